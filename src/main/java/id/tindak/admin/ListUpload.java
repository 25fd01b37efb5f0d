package id.tindak.admin;

import id.tindak.base.web.Form;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The text of a file that an administrator uploads, or of the field beside it. Anything but UTF-8 is refused: guessing would spoil names. */
final class ListUpload {

    private ListUpload() {}

    /**
     * @param file name of the file field
     * @param typed name of the text field that counts when no file was chosen
     * @param most largest size in bytes
     * @return null when there is nothing usable; the form then says why
     */
    static @Nullable String text(Form form, String file, String typed, int most) {
        if (form.files(file).isEmpty()) {
            String text = form.text(typed, most);
            if (text.isEmpty()) form.wrong(file, "admin.upload.missing");
            return text.isEmpty() || !form.ok() ? null : text;
        }
        MultipartFile upload = form.files(file).getFirst();
        if (upload.getSize() > most) {
            form.wrong(file, "admin.upload.too-large", most / 1000);
            return null;
        }
        String text = decode(bytes(upload));
        if (text == null) form.wrong(file, "admin.upload.encoding");
        else if (text.isBlank()) form.wrong(file, "admin.upload.empty");
        return form.ok() ? text : null;
    }

    static @Nullable String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') >= 0 ? null : Form.clean(text);
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static byte[] bytes(MultipartFile upload) {
        try {
            return upload.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package id.tindak.desk;

import id.tindak.base.web.Form;
import id.tindak.base.web.Signed;
import id.tindak.complaint.StoredFile;
import id.tindak.complaint.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files that an officer sends with a form. Stored before the verb's transaction; what a refused form leaves behind belongs to nobody and is cleared away. */
@Component
class OfficerFiles {

    private final Uploads uploads;

    OfficerFiles(Uploads uploads) {
        this.uploads = uploads;
    }

    List<StoredFile> take(Signed me, Form form, String field) {
        List<StoredFile> stored = new ArrayList<>();
        for (MultipartFile f : form.files(field)) {
            try (InputStream in = f.getInputStream()) {
                stored.add(uploads.accept(
                        me.agencyId(), String.valueOf(f.getOriginalFilename()), in, Uploads.Origin.OFFICER));
            } catch (Uploads.Refused refused) {
                form.wrong(field, refused.textKey(), refused.args());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return stored;
    }
}

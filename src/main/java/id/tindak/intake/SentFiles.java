package id.tindak.intake;

import id.tindak.base.web.Form;
import id.tindak.base.web.FormTokens;
import id.tindak.base.web.Page;
import id.tindak.complaint.StoredFile;
import id.tindak.complaint.Uploads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * The files of one form. What passed is stored at once, and named by a signed tick box when the form comes back with faults, so that nobody has to choose a photo twice.
 */
@Component
public class SentFiles {

    /** Field of newly chosen files, and of those kept from an earlier try. */
    public static final String NEW = "berkas";

    static final String KEPT = "lampiran";
    static final int MOST = 5;
    private static final Duration LIFE = Duration.ofHours(24);

    private final Uploads uploads;
    private final FormTokens tokens;
    private final Clock clock;

    SentFiles(Uploads uploads, FormTokens tokens, Clock clock) {
        this.uploads = uploads;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** All files of the form, kept ones first. What is refused is a fault of the field {@value #NEW}; the others stay. */
    public List<KeptFile> take(Page page, Form form, Uploads.Origin origin) {
        int agency = page.brand().agencyId();
        List<KeptFile> kept = new ArrayList<>();
        for (String token : form.many(KEPT)) {
            StoredFile file = kept.size() < MOST ? open(agency, token) : null;
            if (file != null && kept.stream().noneMatch(k -> k.file().equals(file)))
                kept.add(new KeptFile(token, file));
        }
        List<MultipartFile> sent = form.files(NEW);
        if (kept.size() + sent.size() > MOST) {
            form.wrong(NEW, "portal.files.too-many", MOST, kept.size() + sent.size());
            return kept;
        }
        List<String> refusals = new ArrayList<>();
        for (MultipartFile file : sent) accept(page, file, origin, kept, refusals);
        if (!refusals.isEmpty()) form.wrong(NEW, "portal.files.refused", String.join(" ", refusals));
        return kept;
    }

    public static List<StoredFile> files(List<KeptFile> kept) {
        return kept.stream().map(KeptFile::file).toList();
    }

    private void accept(
            Page page, MultipartFile sent, Uploads.Origin origin, List<KeptFile> kept, List<String> refusals) {
        int agency = page.brand().agencyId();
        try (var in = sent.getInputStream()) {
            StoredFile file = uploads.accept(agency, String.valueOf(sent.getOriginalFilename()), in, origin);
            kept.add(new KeptFile(token(agency, file), file));
        } catch (Uploads.Refused refused) {
            refusals.add(page.t(refused.textKey(), refused.args()));
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    private String token(int agency, StoredFile f) {
        long until = clock.instant().plus(LIFE).getEpochSecond();
        return tokens.sign(
                KEPT,
                String.join(
                        "\n",
                        Integer.toString(agency),
                        Long.toString(until),
                        f.mediaType(),
                        Long.toString(f.size()),
                        f.sha256(),
                        f.name()));
    }

    private @Nullable StoredFile open(int agency, String token) {
        String text = tokens.open(KEPT, token);
        if (text == null) return null;
        String[] parts = text.split("\n", 6);
        if (parts.length < 6 || !parts[0].equals(Integer.toString(agency))) return null;
        boolean old = clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(parts[1])));
        return old ? null : new StoredFile(parts[5], parts[2], Long.parseLong(parts[3]), parts[4]);
    }
}

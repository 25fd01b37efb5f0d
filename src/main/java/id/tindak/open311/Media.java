package id.tindak.open311;

import id.tindak.base.OutboundHttp;
import id.tindak.base.web.Page;
import id.tindak.complaint.StoredFile;
import id.tindak.complaint.Uploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Pictures that come with a request: as parts of it, or by an address, which is a stranger's and must lead to the open internet. */
@Component
class Media {

    private static final int MOST = 5;
    private static final int BYTES = Uploads.Origin.PUBLIC.megabytes() * 1_000_000;

    /** Fetching waits for others' servers; the places of those who only write are not for that. */
    private final Semaphore fetching = new Semaphore(2);

    private final Uploads uploads;
    private final OutboundHttp http;

    Media(Uploads uploads, OutboundHttp http) {
        this.uploads = uploads;
        this.http = http;
    }

    /** @param left addresses from which nothing could be had: they stay in the text, so that an officer can look there */
    record Taken(List<StoredFile> files, List<String> left) {}

    /** @throws Refused where a part is no picture or PDF, or too many came */
    Taken take(Page page, List<MultipartFile> parts, List<String> addresses) {
        if (parts.size() > MOST) throw Refused.of(400, page.t("georeport.fault.media", MOST));
        int agencyId = page.brand().agencyId();
        List<StoredFile> files = new ArrayList<>();
        for (MultipartFile part : parts) files.add(part(page, agencyId, part));
        List<String> left = new ArrayList<>();
        for (String address : addresses) {
            StoredFile file = files.size() < MOST ? fetched(agencyId, address) : null;
            if (file == null) left.add(address);
            else files.add(file);
        }
        return new Taken(files, left);
    }

    private StoredFile part(Page page, int agencyId, MultipartFile part) {
        try (InputStream in = part.getInputStream()) {
            return uploads.accept(agencyId, String.valueOf(part.getOriginalFilename()), in, Uploads.Origin.PUBLIC);
        } catch (Uploads.Refused refused) {
            throw Refused.of(400, page.t(refused.textKey(), refused.args()));
        } catch (IOException cut) {
            throw Refused.of(400, page.t("web.error.upload"));
        }
    }

    private @Nullable StoredFile fetched(int agencyId, String address) {
        if (!fetching.tryAcquire()) return null;
        try {
            byte[] content = http.strange(URI.create(address), BYTES);
            if (content == null) return null;
            return uploads.accept(agencyId, address, new ByteArrayInputStream(content), Uploads.Origin.PUBLIC);
        } catch (IllegalArgumentException | OutboundHttp.NotNow | Uploads.Refused noFile) {
            return null;
        } finally {
            fetching.release();
        }
    }
}

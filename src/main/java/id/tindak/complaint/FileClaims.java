package id.tindak.complaint;

import java.util.List;

/** Who keeps files in the {@link FileStore}: what no bean of this kind claims is removed after a day. */
public interface FileClaims {

    /** Which of these files are still wanted. */
    List<String> claimed(int agencyId, List<String> hashes);
}

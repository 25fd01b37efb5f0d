package id.tindak.notice;

import java.util.List;

/** Tells what the gathered notices are about, as it stands now. Declared here because the cases lie above; kept where they are. */
public interface NoticeLines {

    /**
     * In the order in which the officer should read them. Left out is what no longer concerns the officer: work that is done or that somebody else has taken, an ended case, a case that accuses the
     * officer.
     */
    List<NoticeLine> of(int agencyId, long officerId, List<Notice> notices);
}

package id.tindak.sop;

/** Checks the procedure as a whole: every path from every channel. */
final class SopCheck {

    private final SopReader.Draft draft;
    private final Faults faults;

    SopCheck(SopReader.Draft draft, Faults faults) {
        this.draft = draft;
        this.faults = faults;
    }

    void run() {
        if (faults.flowBroken()) return;
    }
}

/** The front office (meja depan): guests, letters, calls, spoken complaints, screenshots; receipts, corrections, the counter. A module of its own because it enters books and complaints in one transaction, which neither the citizen's pages nor the officer's case pages do. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "base",
            "calendar",
            "sop",
            "agency",
            "account",
            "message",
            "complaint",
            "handling",
            "intake",
            "lapor",
            "paper",
            "register"
        })
@org.jspecify.annotations.NullMarked
package id.tindak.frontdesk;

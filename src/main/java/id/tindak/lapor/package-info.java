/** The bridge to SP4N-LAPOR!: its number and state beside our case, its export taken in, our answers carried over by hand. Its live API is not public, so an adapter is a port that nobody ships. */
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
            "intake"
        })
@org.jspecify.annotations.NullMarked
package id.tindak.lapor;

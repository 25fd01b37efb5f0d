/** Channels beside the web form: what comes in by message is kept raw, read by a job and led to a case; what goes out leaves by the account that the person wrote to. Providers are data of the agency, not code, as far as their formats allow. */
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
package id.tindak.channel;

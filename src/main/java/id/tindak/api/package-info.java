/** Programs of others as peers: which there are and what each may do, and what they filed. Keys are shown once and kept as hashes; whoever serves programs asks {@link id.tindak.api.Gate}. */
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
package id.tindak.api;

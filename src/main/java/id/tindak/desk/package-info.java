/** The officer's pages: the desk, one case, work on many cases at once, the auditor's view. Reads all other modules, nobody reads it. */
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
            "publication",
            "register",
            "solution"
        })
@org.jspecify.annotations.NullMarked
package id.tindak.desk;

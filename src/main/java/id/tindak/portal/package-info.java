/** The citizen's pages: home, form, receipt, tracking, and the agency's own pages. It reads all other modules; nobody reads it. */
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
            "paper",
            "survey",
            "publication"
        })
@org.jspecify.annotations.NullMarked
package id.tindak.portal;

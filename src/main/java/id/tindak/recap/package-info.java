/** The recap of a month, quarter, half-year or year (rekapitulasi): worked out by a job, signed on paper, then frozen with its files; later corrections are further revisions. Reads what the engine has written, changes no case. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "base",
            "calendar",
            "sop",
            "agency",
            "message",
            "complaint",
            "handling",
            "paper",
            "survey"
        })
@org.jspecify.annotations.NullMarked
package id.tindak.recap;

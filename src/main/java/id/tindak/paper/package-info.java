/** The office's papers (naskah): receipt, print-out, disposition sheet, letter of answer and the like, as pages and as PDF/A-2a with PDF/UA-1; which were issued, and whether a paper that somebody holds is genuine. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"base", "calendar", "sop", "agency", "account", "message", "complaint", "handling"})
@org.jspecify.annotations.NullMarked
package id.tindak.paper;

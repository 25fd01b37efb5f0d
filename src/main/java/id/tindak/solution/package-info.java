/** The agency's library of solution notes: question, answer, legal basis, until when they hold, read by a second person before anybody is answered from them. Finds those that fit a complaint; knows nothing of steps. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"base", "agency", "complaint", "handling", "paper"})
@org.jspecify.annotations.NullMarked
package id.tindak.solution;

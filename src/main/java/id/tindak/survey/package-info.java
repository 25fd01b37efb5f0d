/** The survey of satisfaction (SKM, PermenPANRB 14/2017): invitations to reporters, the form on the web, on a tablet and on paper, the index and its publication. Answers know no case. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"base", "sop", "agency", "account", "message", "complaint", "handling", "paper"})
@org.jspecify.annotations.NullMarked
package id.tindak.survey;

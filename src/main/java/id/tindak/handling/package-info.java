/** The engine: executes the SOP version in force on a complaint, one transaction per transition, and runs the clocks. Nothing about a particular agency's procedure stands here. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"base", "calendar", "sop", "agency", "account", "message", "complaint", "notice"})
@org.jspecify.annotations.NullMarked
package id.tindak.handling;

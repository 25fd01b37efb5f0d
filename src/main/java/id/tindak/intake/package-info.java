/** The one door through which every complaint enters, whatever its channel. It files, starts the handling and stages the receipt in one transaction. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"base", "calendar", "sop", "agency", "account", "message", "complaint", "handling"})
@org.jspecify.annotations.NullMarked
package id.tindak.intake;

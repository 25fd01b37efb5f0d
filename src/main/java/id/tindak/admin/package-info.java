/** The administrator's pages: readiness, units, officers, role holders, calendar, SOP versions, settings, the audit chain, and the set-up of an empty installation. Every change is a verb of the module that owns it. */
@ApplicationModule(
        allowedDependencies = {"base", "calendar", "sop", "agency", "account", "message", "complaint", "handling"})
@NullMarked
package id.tindak.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The agency (tenant): its units, officers, holders of roles with dates, calendar versions, settings, and the audit chain of its administrative changes. Nothing here knows of complaints. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base", "calendar"})
@org.jspecify.annotations.NullMarked
package id.tindak.agency;

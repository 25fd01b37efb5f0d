/**
 * The clock: working hours, holidays, deadlines and pauses of an agency, and how times are said in words. Everything here
 * is pure computation on immutable values; storing calendar versions and recomputing open deadlines belong to others.
 */
@ApplicationModule(allowedDependencies = {"base"})
@NullMarked
package id.tindak.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

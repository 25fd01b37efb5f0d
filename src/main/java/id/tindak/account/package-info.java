/**
 * Who is sitting there: sign-in, sessions, passwords, and the rule that closes every route which does not name its callers. What an officer may do in a case is decided where the case is.
 */
@ApplicationModule(allowedDependencies = {"base", "calendar", "agency"})
@NullMarked
package id.tindak.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What has no domain: the database, the keys, the web. Every other module stands on it, and it knows none of them.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package id.tindak.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The demo world: invented agencies, people and complaints, put through the same verbs that everybody uses. It is loaded into an
 * empty database by {@code bin/demo} only, and marks its agencies as demo.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "calendar",
            "sop",
            "agency",
            "account",
            "message",
            "complaint",
            "handling",
            "register",
            "publication",
            "solution",
            "intake",
            "survey"
        })
@NullMarked
package id.tindak.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

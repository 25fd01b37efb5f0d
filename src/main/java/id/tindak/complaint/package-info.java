/** The complaint itself: reporter, attachments, search words, public number, secret code, and the hash-chained events. It does not know how a complaint is handled. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"base", "calendar", "agency", "account", "message"})
@org.jspecify.annotations.NullMarked
package id.tindak.complaint;

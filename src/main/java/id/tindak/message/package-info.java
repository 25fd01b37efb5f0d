/** The conversation of a case and the outbox that carries messages to people. Writing is part of the sender's transaction; delivering happens later, by job. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"base", "calendar", "agency", "account"})
@org.jspecify.annotations.NullMarked
package id.tindak.message;

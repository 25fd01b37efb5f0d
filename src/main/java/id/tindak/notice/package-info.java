/** What officers hear by mail of their work: gathered while things happen, sent as one mail per person in working hours. Knows of the cases only what {@link id.tindak.notice.NoticeLines} tells it. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"base", "calendar", "agency", "message", "complaint"})
@org.jspecify.annotations.NullMarked
package id.tindak.notice;

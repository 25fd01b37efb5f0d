package id.tindak.frontdesk;

import static id.tindak.complaint.EnteredField.*;

import id.tindak.base.web.DateField;
import id.tindak.base.web.Form;
import id.tindak.base.web.Texts;
import id.tindak.complaint.EnteredField;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reception;
import id.tindak.complaint.Reporter;
import id.tindak.complaint.StoredFile;
import id.tindak.intake.Identity;
import id.tindak.intake.SubmissionKey;
import id.tindak.lapor.TrackingId;
import id.tindak.register.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the one short form of the front desk; what is wrong is noted at its field. */
final class IncomingForm {

    static final String WAY = "masuk";
    static final String HOW = "cara";
    static final String POSTED = "pos";
    static final String BROUGHT = "diantar";

    /** Paper of a power cut is entered within a month; what is older goes another way. */
    private static final Duration OLDEST = Duration.ofDays(31);

    private static final int BODY = 10_000;
    private static final int LEAST_BODY = 20;
    private static final int LINE = 200;
    private static final String CLOCK = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final Map<String, Boolean> IDENTITY =
            Map.of("nama", false, "alamat", false, "hp", false, "email", false);

    private final Form form;
    private final Way way;
    private final Choices choices;

    private IncomingForm(Form form, Way way, Choices choices) {
        this.form = form;
        this.way = way;
        this.choices = choices;
    }

    /** Null when something was wrong. */
    static @Nullable Incoming parse(Form form, Choices choices, Supplier<List<StoredFile>> files) {
        return new IncomingForm(form, Way.of(form.value(WAY)), choices).parse(files);
    }

    static Form fresh(Way way, Choices choices) {
        Form form = Form.empty().with(WAY, way.word()).with(SubmissionKey.FIELD, SubmissionKey.fresh());
        if (!choices.kinds().isEmpty()) form.with("jenis", choices.kinds().getFirst());
        if (!choices.privacies().isEmpty())
            form.with("sifat", choices.privacies().getFirst().name());
        return form.with(HOW, BROUGHT)
                .with("langkah", "ya")
                .with("penerima", Long.toString(choices.me().officerId()));
    }

    private @Nullable Incoming parse(Supplier<List<StoredFile>> files) {
        Instant late = late();
        Instant at = late == null ? choices.now() : late;
        BlankNumber blank = blank(at, late != null);
        long receivedBy = receiver();
        Identity identity = Identity.read(form, IDENTITY);
        Map<EnteredField, String> noted = new EnumMap<>(EnteredField.class);
        note(noted, at);
        Incoming.InLapor lapor = way == Way.LAPOR ? lapor(noted, at) : null;
        String subject = way.complaint() ? form.required("judul", JUDUL.max(), "portal.form.title-missing") : "";
        subject = subject.replaceAll("\\s+", " ");
        Map<Field, String> guest = guest(identity, noted, subject);
        named(identity);
        boolean other = way == Way.SURAT && form.checked("bukan_pengaduan");
        String passedOn = other ? form.line("diteruskan", LINE) : "";
        if (other && passedOn.isEmpty()) form.wrong("diteruskan", "frontdesk.passed-on-missing");
        Map<Field, String> letter = letter(identity, noted, subject, passedOn);
        if (late != null) noted.put(PENERIMA, Long.toString(receivedBy));
        if (blank != null) noted.put(NOMOR_CETAK, blank.toString());
        String key = SubmissionKey.of(
                form.value(SubmissionKey.FIELD),
                way.word(),
                form.value("nama"),
                form.value("lembaga"),
                subject,
                form.value("keperluan"),
                form.value("nomor_surat"),
                form.value("nomor_luar"));
        NewComplaint complaint =
                way.complaint() && !other ? complaint(identity, noted, subject, key, late, files) : null;
        if (!form.ok()) return null;
        boolean goesOn = complaint != null && form.checked("langkah");
        return new Incoming(way, key, at, late != null, receivedBy, blank, lapor, complaint, letter, guest, goesOn);
    }

    /** Of a person who gives no name there is at least an institution; who calls may stay unnamed. */
    private void named(Identity identity) {
        boolean mayStayUnnamed = way == Way.TANGKAPAN || way == Way.LAPOR || way.spoken();
        if (!mayStayUnnamed
                && identity.name() == null
                && form.line("lembaga", LINE).isEmpty()) form.wrong("nama", "portal.form.name-missing");
    }

    private NewComplaint complaint(
            Identity identity,
            Map<EnteredField, String> noted,
            String subject,
            String key,
            @Nullable Instant late,
            Supplier<List<StoredFile>> files) {
        String kind = chosen("jenis", choices.kinds(), "portal.form.kind-missing");
        String body = body(noted);
        String accused = form.text("terlapor", 1_000);
        Privacy privacy = choices.privacies().stream()
                .filter(p -> p.name().equals(form.value("sifat")))
                .findFirst()
                .orElse(Privacy.RAHASIA);
        if (way.spoken() && !form.checked("dibacakan")) form.wrong("dibacakan", "frontdesk.read-back-missing");
        if (way.spoken()) noted.put(DIBACAKAN, "ya");
        List<StoredFile> sent = files.get();
        if (way == Way.TANGKAPAN && sent.isEmpty()) form.wrong("berkas", "frontdesk.screenshot-missing");
        return NewComplaint.of(kind, channel(noted), subject, body)
                .submission(key)
                .accusing(accused.isEmpty() ? null : accused)
                .privacy(privacy)
                .enteredBy(choices.me().officerId())
                .from(reporter(identity))
                .reception(Reception.of(noted))
                .receivedAt(late)
                .with(sent)
                .done();
    }

    private Reporter reporter(Identity identity) {
        String organisation = form.line("lembaga", LINE);
        String kind = form.value("jenis_pelapor");
        if (!choices.reporterKinds().contains(kind)) kind = organisation.isEmpty() ? "perseorangan" : "institusi";
        return new Reporter(
                kind,
                identity.name(),
                organisation.isEmpty() ? null : organisation,
                identity.address(),
                identity.phone(),
                identity.email(),
                null,
                "SENDIRI",
                null,
                null,
                null);
    }

    /** Where the SOP lets it begin. A medium that it does not know comes in as one that it knows; the medium itself is noted. */
    private String channel(Map<EnteredField, String> noted) {
        return switch (way) {
            case SURAT -> BROUGHT.equals(form.value(HOW)) ? "langsung" : "surat";
            case TELEPON -> "telepon";
            case LISAN, TAMU -> "langsung";
            case LAPOR -> "lapor";
            case TANGKAPAN -> {
                String media = noted.getOrDefault(MEDIA, "");
                yield choices.channels().contains(media)
                        ? media
                        : choices.channels().contains("instagram") ? "instagram" : "web";
            }
        };
    }

    private void note(Map<EnteredField, String> noted, Instant at) {
        if (way == Way.SURAT) {
            noted.put(ASLI, "kertas");
            line(noted, NOMOR_SURAT);
            line(noted, LAMPIRAN);
            line(noted, PEMBAWA);
            LocalDate day = DateField.read(form, TANGGAL_SURAT.key(), true);
            if (day != null && day.isAfter(LocalDate.ofInstant(at, choices.zone())))
                form.wrong(TANGGAL_SURAT.key(), "frontdesk.letter-ahead");
            if (day != null) noted.put(TANGGAL_SURAT, day.toString());
        }
        if (way == Way.TANGKAPAN) {
            noted.put(MEDIA, chosen("media", Choices.MEDIA, "frontdesk.media-missing"));
            line(noted, AKUN);
            if (!noted.containsKey(AKUN)) form.wrong("akun", "frontdesk.account-missing");
            Instant posted = moment("tanggal_tayang", "jam_tayang");
            if (posted != null && posted.isAfter(at)) form.wrong("tanggal_tayang", "frontdesk.posted-ahead");
            if (posted != null) noted.put(WAKTU_TAYANG, posted.toString());
        }
    }

    /** Null when the number is none. */
    private Incoming.@Nullable InLapor lapor(Map<EnteredField, String> noted, Instant at) {
        line(noted, NOMOR_LUAR);
        String typed = noted.getOrDefault(NOMOR_LUAR, "");
        TrackingId id = TrackingId.read(typed).orElse(null);
        if (typed.isEmpty()) form.wrong("nomor_luar", "frontdesk.lapor-missing");
        else if (id == null) form.wrong("nomor_luar", "frontdesk.lapor-wrong");
        LocalDate day = DateField.read(form, "tanggal_lapor", true);
        if (day != null && day.isAfter(LocalDate.ofInstant(at, choices.zone())))
            form.wrong("tanggal_lapor", "frontdesk.lapor-ahead");
        if (id == null) return null;
        noted.put(NOMOR_LUAR, id.value());
        return new Incoming.InLapor(
                id, day == null ? null : day.atStartOfDay(choices.zone()).toInstant());
    }

    private void line(Map<EnteredField, String> noted, EnteredField field) {
        String value = form.line(field.key(), field.max());
        if (!value.isEmpty()) noted.put(field, value);
    }

    /** Of a letter the paper itself is the text: a summary may stay empty. */
    private String body(Map<EnteredField, String> noted) {
        String body = form.text("uraian", BODY);
        int length = body.codePointCount(0, body.length());
        if (length > 0 && way == Way.SURAT) return body;
        if (way == Way.SURAT)
            return Texts.get(
                    Texts.DEFAULT,
                    "frontdesk.letter-body",
                    noted.getOrDefault(NOMOR_SURAT, "-"),
                    noted.getOrDefault(TANGGAL_SURAT, "-"));
        if (length == 0) form.wrong("uraian", "portal.form.body-missing");
        else if (length < LEAST_BODY) form.wrong("uraian", "portal.form.body-short", LEAST_BODY, length);
        return body;
    }

    private Map<Field, String> guest(Identity identity, Map<EnteredField, String> noted, String subject) {
        boolean came = way == Way.TAMU || way == Way.LISAN || way == Way.SURAT && BROUGHT.equals(form.value(HOW));
        if (!came) return Map.of();
        Map<Field, String> guest = new EnumMap<>(Field.class);
        String bearer = noted.getOrDefault(PEMBAWA, "");
        String organisation = form.line("lembaga", LINE);
        String name = identity.name() == null ? organisation : identity.name();
        guest.put(Field.NAMA, bearer.isEmpty() ? name : bearer);
        guest.put(Field.ASAL, organisation);
        guest.put(Field.ALAMAT, text(identity.address()));
        if (bearer.isEmpty()) guest.put(Field.TELEPON, text(identity.phone()));
        guest.put(Field.KEPERLUAN, subject);
        if (way == Way.TAMU) {
            guest.put(Field.KEPERLUAN, form.required("keperluan", Field.KEPERLUAN.max(), "register.missing.keperluan"));
            guest.put(Field.BERTEMU, form.line("bertemu", LINE));
        }
        return guest;
    }

    private Map<Field, String> letter(
            Identity identity, Map<EnteredField, String> noted, String subject, String passedOn) {
        if (way != Way.SURAT && way != Way.LAPOR) return Map.of();
        Map<Field, String> letter = new EnumMap<>(Field.class);
        letter.put(Field.KANAL, channel(noted));
        letter.put(Field.NOMOR_SURAT, noted.getOrDefault(NOMOR_SURAT, noted.getOrDefault(NOMOR_LUAR, "")));
        letter.put(Field.TANGGAL_SURAT, noted.getOrDefault(TANGGAL_SURAT, ""));
        letter.put(Field.NAMA, text(identity.name()));
        letter.put(Field.ASAL, form.line("lembaga", LINE));
        letter.put(Field.PERIHAL, subject);
        letter.put(Field.LAMPIRAN, noted.getOrDefault(LAMPIRAN, ""));
        letter.put(Field.TUJUAN, passedOn);
        if (!passedOn.isEmpty()) letter.put(Field.KETERANGAN, Texts.get(Texts.DEFAULT, "frontdesk.no-complaint-note"));
        return letter;
    }

    /** The real time of receipt after a power cut; null where it is now. */
    private @Nullable Instant late() {
        if (form.value("tanggal").isEmpty() && form.value("jam").isEmpty()) return null;
        Instant at = moment("tanggal", "jam");
        if (at == null) return null;
        if (at.isAfter(choices.now())) form.wrong("tanggal", "register.future");
        if (at.isBefore(choices.now().minus(OLDEST))) form.wrong("tanggal", "frontdesk.too-old", OLDEST.toDays());
        return at;
    }

    private @Nullable BlankNumber blank(Instant at, boolean late) {
        String typed = form.line("nomor_cetak", 20);
        if (typed.isEmpty()) return null;
        BlankNumber blank =
                BlankNumber.parse(typed, at.atZone(choices.zone()).getYear()).orElse(null);
        if (blank == null) form.wrong("nomor_cetak", "frontdesk.blank-unknown", typed);
        else if (!late) form.wrong("tanggal", "frontdesk.blank-when");
        return blank;
    }

    private long receiver() {
        Long officer = form.id("penerima");
        if (officer == null) return choices.me().officerId();
        if (!choices.officers().containsKey(Long.toString(officer))) form.wrong("penerima", "handling.notHolder");
        return officer;
    }

    private @Nullable Instant moment(String dayField, String clockField) {
        LocalDate day = DateField.read(form, dayField, false);
        String clock = form.line(clockField, 5);
        if (!clock.matches(CLOCK)) form.wrong(clockField, "register.clock");
        try {
            return day == null
                    ? null
                    : day.atTime(LocalTime.parse(clock)).atZone(choices.zone()).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private String chosen(String field, List<String> all, String fault) {
        String value = form.value(field);
        if (all.contains(value)) return value;
        form.wrong(field, fault);
        return "";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

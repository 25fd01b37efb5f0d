package id.tindak.admin;

import id.tindak.base.web.Form;
import id.tindak.complaint.Privacy;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One setting as the page offers it.
 *
 * @param options for {@link Kind#CHOICES}: the values that may be ticked
 * @param most longest text, or largest number
 */
public record SettingField(String name, Kind kind, List<String> options, int most) {

    public enum Kind {
        LINE,
        TEXT,
        /** Values divided by commas or lines. */
        LIST,
        NUMBER,
        CHOICES,
        EMAIL,
        /** Must not be empty. */
        REQUIRED,
        /** One of the options. */
        ONE,
        /** A password: shown never, kept when the field stays empty. */
        SECRET
    }

    /** A heading of the page with its settings; the key is {@code admin.settings.<name>}. */
    public record Group(String name, List<SettingField> fields) {}

    static final List<Group> GROUPS = List.of(
            new Group(
                    "portal",
                    List.of(
                            of("judul_portal", Kind.REQUIRED, 80),
                            of("tagline", Kind.LINE, 160),
                            of("tentang", Kind.TEXT, 6000),
                            of("penolakan", Kind.TEXT, 6000),
                            of("alamat", Kind.LINE, 300),
                            of("telepon", Kind.LINE, 100),
                            of("surel_kontak", Kind.EMAIL, 200),
                            of("tautan", Kind.TEXT, 1000),
                            of("pejabat_pengaduan", Kind.LINE, 200))),
            new Group(
                    "form",
                    List.of(
                            choices("jenis", "pengaduan", "aspirasi", "saran", "kritik", "informasi", "keberatan"),
                            choices(
                                    "jenis_pelapor",
                                    "perseorangan",
                                    "institusi",
                                    "lsm",
                                    "ormas",
                                    "partai",
                                    "badan_publik"),
                            choices(
                                    "kerahasiaan",
                                    Stream.of(Privacy.values()).map(Enum::name).toArray(String[]::new)),
                            of("kecamatan", Kind.LIST, 4000))),
            new Group("darurat", List.of(of("kata_darurat", Kind.LIST, 2000), of("nomor_darurat", Kind.LIST, 1000))),
            new Group("pencarian", List.of(of("sinonim", Kind.TEXT, 4000))),
            new Group(
                    "hari",
                    List.of(
                            of("hari_melengkapi", Kind.NUMBER, 365),
                            of("hari_reaksi", Kind.NUMBER, 60),
                            of("batas_pengembalian", Kind.NUMBER, 20))),
            new Group(
                    "disposisi",
                    List.of(of("perintah_disposisi", Kind.LIST, 4000), of("permohonan_disposisi", Kind.LIST, 4000))),
            new Group("alih", List.of(of("pihak_luar", Kind.LIST, 2000), of("jalur_lanjutan", Kind.TEXT, 1000))),
            new Group(
                    "pengingat",
                    List.of(
                            new SettingField("kabar_kerja_baru", Kind.ONE, List.of("ya", "tidak"), 0),
                            of("kabar_jeda", Kind.NUMBER, 1440),
                            new SettingField("pengingat_otomatis", Kind.ONE, List.of("ya", "tidak"), 0),
                            new SettingField("pengingat_menjelang", Kind.ONE, List.of("ya", "tidak"), 0),
                            of("pengingat_lewat", Kind.NUMBER, 10),
                            of("pengingat_nama", Kind.LINE, 150),
                            of("pengingat_koordinator", Kind.LINE, 60),
                            of("pengingat_kepada", Kind.LINE, 60),
                            of("pengingat_tembusan", Kind.LINE, 60),
                            of("berkala_hari", Kind.NUMBER, 20))),
            new Group("kanal", List.of(of("urutan_kanal", Kind.LIST, 200), of("lapor_keadaan", Kind.LIST, 1000))),
            new Group(
                    "survei",
                    List.of(
                            new SettingField("survei_selalu", Kind.ONE, List.of("ya", "tidak"), 0),
                            new SettingField("survei_urutan", Kind.ONE, List.of("kuesioner", "peraturan"), 0),
                            of("survei_layanan", Kind.LIST, 1000),
                            new SettingField("survei_publik", Kind.ONE, List.of("ya", "tidak"), 0))),
            new Group(
                    "surat",
                    List.of(
                            of("kop_nama", Kind.LINE, 200),
                            of("kop_alamat", Kind.TEXT, 500),
                            of("kop_lain", Kind.TEXT, 4000),
                            of("pengirim_nama", Kind.LINE, 100),
                            of("pengirim_alamat", Kind.EMAIL, 200))),
            new Group(
                    "smtp",
                    List.of(
                            of("smtp_host", Kind.LINE, 253),
                            of("smtp_port", Kind.NUMBER, 65_535),
                            new SettingField("smtp_pengaman", Kind.ONE, List.of("STARTTLS", "TLS", "TANPA"), 0),
                            of("smtp_pengguna", Kind.LINE, 200),
                            of("smtp_sandi", Kind.SECRET, 200))));

    private static SettingField of(String name, Kind kind, int most) {
        return new SettingField(name, kind, List.of(), most);
    }

    private static SettingField choices(String name, String... options) {
        return new SettingField(name, Kind.CHOICES, List.of(options), 0);
    }

    /** Name of the form's field. A password's begins so that it is kept nowhere when the form has to be sent again. */
    public String field() {
        return kind == Kind.SECRET ? "sandi_" + name : name;
    }

    /** The value to store; null when the form has a fault in this field. */
    @Nullable
    String read(Form form) {
        if (kind == Kind.CHOICES) return chosen(form);
        if (kind == Kind.SECRET) return null; // taken apart, so that it is sealed before it goes anywhere
        String text = kind == Kind.TEXT || kind == Kind.LIST
                ? form.text(name, most)
                : form.line(name, kind == Kind.NUMBER || kind == Kind.ONE ? 9 : most);
        String fault = fault(text);
        if (fault != null) form.wrong(name, fault, most);
        if (form.error(name) != null) return null;
        return kind == Kind.LIST ? list(text) : text;
    }

    private @Nullable String fault(String text) {
        return switch (kind) {
            case REQUIRED -> text.isEmpty() ? "admin.settings.empty" : null;
            case EMAIL -> OfficerForm.emailFault(text);
            case NUMBER -> {
                boolean good =
                        text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most;
                yield good ? null : "admin.settings.number";
            }
            case ONE -> options.contains(text) ? null : "admin.settings.none";
            case LINE, TEXT, LIST, CHOICES, SECRET -> null;
        };
    }

    private @Nullable String chosen(Form form) {
        List<String> kept =
                options.stream().filter(o -> form.many(name).contains(o)).toList();
        if (kept.isEmpty()) form.wrong(name, "admin.settings.none");
        return kept.isEmpty() ? null : String.join(", ", kept);
    }

    private static String list(String text) {
        return String.join(
                ", ",
                Arrays.stream(Objects.requireNonNull(text).split("[,\n]"))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .distinct()
                        .toList());
    }
}

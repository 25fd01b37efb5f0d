package id.tindak.publication;

import id.tindak.complaint.PersonalWords;
import id.tindak.complaint.Reporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what looks like personal data in a text that is to be published (UU 27/2022 Pasal 4: what identifies a person). Suggestions for an editor, who decides: it would rather show a word too many
 * than miss one. Pure.
 */
public final class Traces {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** NIK and number of a family card: 16 digits, however they are grouped. */
    private static final Pattern NIK = Pattern.compile("(?<!\\d)\\d(?:[ .-]?\\d){15}(?!\\d)");

    /** Mobile with 08, 628 or +628, the letter O for a zero, grouped in any way; landline with its area code. */
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\d\\p{L}])(?:\\+?62[\\s.()-]*|[0oO])8(?:[\\s.()-]{0,2}[\\doO]){7,11}(?!\\d)|(?<!\\d)\\(?0[2-9]\\d{1,2}\\)?[ -]?\\d{3}[ -]?\\d{3,5}(?!\\d)");

    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\d._%+-]+(?:@|\\s?(?:\\(at\\)|\\[at\\])\\s?)[\\p{L}\\d-]+(?:(?:\\.|\\s?\\(dot\\)\\s?)[\\p{L}\\d-]+)+",
            FLAGS);

    private static final Pattern HANDLE = Pattern.compile(
            "(?<![\\w.@])@[\\w.]{3,30}|\\b(?:ig|instagram|fb|facebook|twitter|tiktok|telegram|line)(?:\\s+(?:saya|kami))?\\s*[:=]\\s*(\\S{3,40})|\\b(?:instagram|facebook|tiktok|twitter)\\.com/\\S+",
            FLAGS);

    /** Letters of the regions before, up to three behind (Perkapolri 7/2021): in capitals any, in small letters only with three figures or more. */
    private static final String REGIONS =
            "AA|AB|AD|AE|AG|BA|BB|BD|BE|BG|BH|BK|BL|BM|BN|BP|DA|DB|DC|DD|DE|DG|DH|DK|DL|DM|DN|DP|DR|DS|DT|DW|EA|EB|ED|KB|KH|KT|KU|PA|PB|PG|PS|PT|RI|A|B|D|E|F|G|H|K|L|M|N|P|R|S|T|W|Z";

    private static final Pattern PLATE = Pattern.compile("(?<![\\p{L}\\d])(?:(?:" + REGIONS
            + ")[ .-]?\\d{1,4}[ .-]?[A-Z]{2,3}|(?i:" + REGIONS + ")[ .-]?\\d{3,4}[ .-]?\\p{L}{1,3})(?![\\p{L}\\d])");

    /** A number that is said to be somebody's; NIP by its form. */
    private static final Pattern NUMBER = Pattern.compile(
            "\\b(?:rek(?:ening)?|bpjs|kis|jkn|kk|ktp|nik|sim|paspor|npwp|nip|nisn|nis|nrp|id\\s?pel(?:anggan)?|pelanggan|meter(?:an)?|nop|sppt)\\b[^\\d\\n]{0,25}(\\d[\\d .-]{3,24}\\d)"
                    + "|(?<!\\d)((?:19|20)\\d{6}\\s?(?:19|20)\\d{4}\\s?[12]\\s?\\d{3})(?!\\d)",
            FLAGS);

    private static final Pattern BORN = Pattern.compile(
            "\\b(?:lahir|ttl|kelahiran)\\b[^\\n.]{0,30}?(\\d{1,2}[-/ .](?:\\d{1,2}|\\p{L}{3,9})[-/ .]\\d{2,4})", FLAGS);

    /** Where somebody lives, as said; and any street with the number of a house. */
    private static final Pattern LIVES = Pattern.compile(
            "\\b(?:alamat(?:\\s+(?:lengkap|rumah))?(?:\\s+(?:saya|kami))?\\s*(?:di|:|=|adalah|yaitu)?|(?:ber)?tinggal\\s+di|beralamat(?:kan)?\\s+di|domisili(?:\\s+di|:)?|rumah\\s+(?:saya|kami)\\s+(?:di|:))\\s+"
                    + "((?:(?<=\\b(?:no|rt|rw|kel|kec|gg|jl|jln|kab))\\.|[^.;\\n]){4,}?)(?=(?<!\\b(?:no|rt|rw|kel|kec|gg|jl|jln|kab))[.;\\n]|\\s(?:mohon|tolong|minta|terima|sudah|belum|yang|tapi|dan\\s+saya|hp|telp|wa|nomor\\s+hp|no\\s+hp)\\b|,\\s*(?:mohon|tolong|saya|kami|minta|hp|telp|nomor|no\\.?\\s*hp)|$)",
            FLAGS);

    private static final Pattern STREET = Pattern.compile(
            "\\b(?:jl|jln|jalan|gg|gang|perum(?:ahan)?|komp(?:leks|lek)?|blok|dusun|dsn|kp|kampung|lingkungan)\\b\\.?\\s+(?:[\\p{L}\\d'/]+[ .]+){0,5}?[\\p{L}\\d'/]*,?\\s*(?:no|nomor|nmr|blok)\\b\\.?\\s*[A-Z]{0,2}\\.?-?\\d+\\p{L}?(?:[/-]\\d+)?(?:,?\\s*rt\\.?\\s*\\d+(?:\\s*/\\s*|,?\\s*)(?:rw\\.?\\s*)?\\d*)?",
            FLAGS);

    /** What stands before a name. The first group takes any words after it for a name, the second only those in capitals or known as names. */
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:(nama\\s+(?:lengkap\\s+)?(?:saya|kami|pelapor|korban|pemilik|anak\\s+saya)?\\s*(?:adalah|yaitu|:|=)?|nama\\s*[:=]|atas\\s+nama|a\\.?n\\.|a/n|bernama|yang\\s+namanya|(?:sdri?|bpk)\\.?)"
                    + "|(pak|bapak|bu|ibu|saudara|saudari|mas|mbak|mba|kang|mang|teh|bang|om|tante|pakde|bude|haji|h|hj|hajah|ustad|ustadz|ustadzah|kyai|gus|dr|drs|dra|ir|tn|ny|nn|tuan|nyonya|saya|korban|tetangga\\s+saya|istri\\s+saya|suami\\s+saya|anak\\s+saya|oknum|petugas)\\.?)[\\s,:]+(?=[\\p{L}])",
            FLAGS);

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’]*\\.?");

    /** Offices are no names: "Pak Lurah", "Ibu Kepala Dinas". */
    private static final Set<String> OFFICES = Set.of(
            ("bupati wali walikota kota gubernur camat lurah kades kadus kepala kadis sekda sekwan ketua wakil anggota dewan dprd rt rw presiden menteri petugas admin operator polisi polsek polres tni"
                            + " guru dokter bidan perawat direktur satpol pp dinas desa kelurahan kecamatan kabupaten dukuh bendahara sekretaris carik modin penghulu hakim jaksa kapolsek kapolres danramil"
                            + " bhabinkamtibmas babinsa pejabat pimpinan kabid kasi kabag kasubag staf pegawai satpam sopir supir pedagang warga masyarakat semua sekalian dan serta yth yang terhormat di ke dari untuk atas"
                            + " dengan ini itu pln pdam bpjs")
                    .split(" "));

    /** Where a name as said has ended. */
    private static final Set<String> BEHIND = Set.of(
            ("dari di ke yang mau ingin dengan alamat tinggal warga rt rw no nomor nik hp telp wa umur usia mohon tolong minta sudah belum tidak ada adalah sebagai selaku dan atau untuk karena pada saya kami"
                            + " melapor melaporkan mengadu lahir jl jalan gang dusun desa kelurahan kecamatan sekolah pak bapak ibu bu tetangga ini itu telah akan bisa dapat juga kemarin tadi hari sampai datang")
                    .split(" "));

    /** A place may bear a person's name. */
    private static final Set<String> PLACES = Set.of(
            ("jalan jl jln gang gg desa dusun dsn kelurahan kel kecamatan kec kabupaten kab kota pasar masjid mushola musholla gereja sd sdn smp smpn sma sman smk smkn mi mts ma tk ponpes pesantren"
                            + " perum perumahan komplek kompleks sungai kali jembatan terminal stasiun rumah_sakit rs rsud puskesmas stadion taman gedung lapangan alun-alun bandara makam blok simpang perempatan pertigaan"
                            + " dinas bagian toko warung bank apotek klinik universitas dukuh kampung lingkungan padukuhan pantai waduk bendungan hotel bulan hari")
                    .split(" "));

    private static final Set<String> TITLES = Set.of(
            "pak bapak bpk bu ibu sdr sdri saudara saudari mas mbak mba kang mang bang om tante haji hajah hj ustad ustadz kyai gus tn ny nn tuan nyonya"
                    .split(" "));

    private static final Set<String> PREPOSITIONS =
            Set.of("di", "ke", "dari", "daerah", "wilayah", "warga", "arah", "jurusan", "pt", "cv", "ud");

    /** Days, months, peoples, greetings and what else is written in capitals. */
    private static final Set<String> ORDINARY = Set.of(
            ("senin selasa rabu kamis jumat sabtu minggu ahad januari februari maret april mei juni juli agustus september oktober november desember indonesia jawa sunda bali sumatera kalimantan sulawesi"
                            + " papua islam kristen katolik hindu buddha lebaran ramadan ramadhan natal idul fitri adha republik negara negeri undang-undang pasal peraturan dana karang taruna posyandu program keluarga"
                            + " harapan kartu perda perbup perwali assalamualaikum wassalam terima kasih selamat pagi siang sore malam mohon tolong kepada yth whatsapp facebook instagram google honda yamaha toyota"
                            + " telkom indihome pemerintah pemda pemkab pemkot badan kantor sekretariat unit layanan pelayanan al")
                    .split(" "));

    /** Common Indonesian given names, in small letters. */
    private static final Set<String> NAMES = read("/publication/nama.txt");

    private Traces() {}

    /** Those in a text, in its order. */
    public static List<Trace> in(String text, Reporter reporter) {
        List<Trace> found = new ArrayList<>();
        all(found, Trace.Kind.NIK, NIK, text);
        all(found, Trace.Kind.SUREL, EMAIL, text);
        all(found, Trace.Kind.TELEPON, PHONE, text);
        all(found, Trace.Kind.NOMOR, NUMBER, text);
        all(found, Trace.Kind.LAHIR, BORN, text);
        all(found, Trace.Kind.AKUN, HANDLE, text);
        all(found, Trace.Kind.PELAT, PLATE, text);
        all(found, Trace.Kind.ALAMAT, LIVES, text);
        all(found, Trace.Kind.ALAMAT, STREET, text);
        named(found, text);
        listed(found, text);
        PersonalWords.places(reporter, text).forEach(p -> found.add(new Trace(kind(p.kind()), p.from(), p.to())));
        return apart(found);
    }

    private static Trace.Kind kind(PersonalWords.Kind known) {
        return switch (known) {
            case NAME -> Trace.Kind.NAMA;
            case PHONE -> Trace.Kind.TELEPON;
            case EMAIL -> Trace.Kind.SUREL;
            case ADDRESS -> Trace.Kind.ALAMAT;
        };
    }

    /** The number or name that a pattern singles out, else all of what it found. */
    private static void all(List<Trace> found, Trace.Kind kind, Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            int group = 0;
            for (int g = 1; g <= m.groupCount(); g++) if (m.start(g) >= 0) group = g;
            String whole = m.group(group).strip();
            if (!whole.isEmpty())
                found.add(new Trace(
                        kind,
                        m.start(group),
                        m.start(group) + m.group(group).stripTrailing().length()));
        }
    }

    /** "nama saya budi santoso", "Pak Slamet": the words after it, up to five. */
    private static void named(List<Trace> found, String text) {
        Matcher cue = NAMED.matcher(text);
        for (int at = 0; cue.find(at); at = cue.end()) {
            boolean said = cue.start(1) >= 0;
            List<int[]> words = new ArrayList<>();
            Matcher word = WORD.matcher(text);
            for (int from = cue.end(); words.size() < 5 && word.find(from) && word.start() == from; ) {
                String w = text.substring(word.start(), word.end());
                String plain = plain(w);
                boolean office = OFFICES.contains(plain);
                // behind an institution stands its own name: "Kepala Dinas Pendidikan"
                if (office && PLACES.contains(plain)) break;
                if (office && !words.isEmpty() || BEHIND.contains(plain) && !capital(w)) break;
                boolean name = said || NAMES.contains(plain) || capital(w) && !BEHIND.contains(plain);
                if (!office) {
                    if (!name) break;
                    words.add(new int[] {word.start(), word.end()});
                }
                from = behind(text, word.end());
                if (from < 0) break;
            }
            if (!words.isEmpty())
                found.add(new Trace(Trace.Kind.NAMA, words.getFirst()[0], end(text, words.getLast()[1])));
        }
    }

    /** Names known as such with the words in capitals beside them, and any two words in capitals inside a sentence; not where they name a place or an office. */
    private static void listed(List<Trace> found, String text) {
        List<int[]> words = new ArrayList<>();
        Matcher m = WORD.matcher(text);
        while (m.find()) words.add(new int[] {m.start(), m.end()});
        for (int i = 0; i < words.size(); i++) {
            int last = i;
            // in small letters only where a whole name is known
            if (!capital(word(text, words.get(i)))) {
                while (last < words.size()
                        && NAMES.contains(plain(word(text, words.get(last))))
                        && (last == i || beside(text, words.get(last - 1), words.get(last)))) last++;
                if (last - i > 1)
                    found.add(new Trace(Trace.Kind.NAMA, words.get(i)[0], end(text, words.get(last - 1)[1])));
                i = Math.max(i, last - 1);
                continue;
            }
            while (last + 1 < words.size()
                    && beside(text, words.get(last), words.get(last + 1))
                    && capital(word(text, words.get(last + 1)))) last++;
            name(text, words, i, last).ifPresent(found::add);
            i = last;
        }
    }

    /** Which of these words, all in capitals and side by side, are somebody's name. */
    private static Optional<Trace> name(String text, List<int[]> words, int first, int last) {
        boolean ofPlace =
                first > 0 && beside(text, words.get(first - 1), words.get(first)) && leads(text, words, first - 1);
        for (int i = first; i <= last; i++) ofPlace |= place(text, words, i) || ordinary(word(text, words.get(i)));
        boolean opens = opens(text, words.get(first)[0]);
        int from = first;
        // the first word of a sentence is in capitals whatever it is
        if (opens && !NAMES.contains(plain(word(text, words.get(first))))) from++;
        while (from <= last && TITLES.contains(plain(word(text, words.get(from))))) from++;
        boolean known = false;
        for (int i = from; i <= last; i++) known |= NAMES.contains(plain(word(text, words.get(i))));
        if (ofPlace || from > last || !known && last == from) return Optional.empty();
        return Optional.of(new Trace(Trace.Kind.NAMA, words.get(from)[0], end(text, words.get(last)[1])));
    }

    /** Whether a sentence begins there. */
    private static boolean opens(String text, int at) {
        String before = text.substring(0, at).stripTrailing();
        return before.isEmpty()
                || ".!?:".indexOf(before.charAt(before.length() - 1)) >= 0
                || text.charAt(at - 1) == '\n';
    }

    /** "di Kroya", "Jalan Merdeka": what follows is a place. */
    private static boolean leads(String text, List<int[]> words, int i) {
        return place(text, words, i) || PREPOSITIONS.contains(plain(word(text, words.get(i))));
    }

    /** Written in capitals, and no name. */
    private static boolean ordinary(String word) {
        return ORDINARY.contains(plain(word)) || word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static boolean place(String text, List<int[]> words, int i) {
        String w = plain(word(text, words.get(i)));
        return PLACES.contains(w) || OFFICES.contains(w);
    }

    private static String word(String text, int[] place) {
        return text.substring(place[0], place[1]);
    }

    /** Whether nothing but a space stands between two words. */
    private static boolean beside(String text, int[] a, int[] b) {
        return b[0] - a[1] <= 1
                && (text.charAt(a[1] - 1) != '.' || a[1] - a[0] <= 4)
                && (b[0] == a[1] || text.charAt(a[1]) == ' ');
    }

    /** Where the next word begins when only one space stands between; -1 when something else does. */
    private static int behind(String text, int end) {
        boolean sentence = text.charAt(end - 1) == '.' && end >= 4 && Character.isLetter(text.charAt(end - 4));
        return !sentence
                        && end + 1 < text.length()
                        && text.charAt(end) == ' '
                        && Character.isLetter(text.charAt(end + 1))
                ? end + 1
                : -1;
    }

    /** Without the full stop of the sentence. */
    private static int end(String text, int end) {
        return text.charAt(end - 1) == '.' ? end - 1 : end;
    }

    private static boolean capital(String word) {
        return Character.isUpperCase(word.codePointAt(0));
    }

    private static String plain(String word) {
        return (word.endsWith(".") ? word.substring(0, word.length() - 1) : word).toLowerCase(Locale.ROOT);
    }

    /** Those that meet are one, of the kind of the longer. */
    private static List<Trace> apart(List<Trace> found) {
        List<Trace> kept = new ArrayList<>();
        found.sort(Comparator.comparingInt(Trace::from));
        for (Trace t : found) {
            Trace last = kept.isEmpty() ? null : kept.getLast();
            if (last == null || !last.meets(t)) kept.add(t);
            else
                kept.set(
                        kept.size() - 1,
                        new Trace(
                                t.to() - t.from() > last.to() - last.from() ? t.kind() : last.kind(),
                                last.from(),
                                Math.max(last.to(), t.to())));
        }
        return List.copyOf(kept);
    }

    private static Set<String> read(String resource) {
        try (InputStream in = Objects.requireNonNull(Traces.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .flatMap(l -> List.of(l.split("\\s+")).stream())
                    .filter(n -> !n.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

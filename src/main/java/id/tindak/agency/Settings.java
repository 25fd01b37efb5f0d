package id.tindak.agency;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an agency has decided about its own service; every value has a default, so an empty table is a working agency. */
public record Settings(Map<String, String> values) {

    /** Names of all settings, with the default that holds until the agency decides otherwise. */
    public static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("jenis", "pengaduan, aspirasi, saran, kritik, informasi"),
            Map.entry("jenis_pelapor", "perseorangan, institusi, lsm, ormas, partai, badan_publik"),
            Map.entry("kerahasiaan", "TERBUKA, IDENTITAS_DISEMBUNYIKAN, RAHASIA"),
            Map.entry("kecamatan", ""),
            Map.entry(
                    "kata_darurat",
                    "kebakaran, terbakar, tenggelam, kekerasan, penculikan, bunuh diri, keracunan, banjir bandang"),
            Map.entry(
                    "nomor_darurat",
                    "112 (darurat), 110 (polisi), 119 (ambulans), 113 (pemadam kebakaran), 129 (perempuan dan anak)"),
            Map.entry("sinonim", ""),
            Map.entry("hari_melengkapi", "30"),
            Map.entry("hari_reaksi", "10"),
            Map.entry("batas_pengembalian", "3"),
            Map.entry(
                    "perintah_disposisi",
                    "Tindak lanjuti sesuai ketentuan, Telaah dan beri saran, Siapkan jawaban, Koordinasikan dengan pihak terkait, Wakili dan laporkan, Bicarakan dengan saya, Untuk diketahui"),
            Map.entry(
                    "permohonan_disposisi",
                    "Mohon menjadi bahan pembahasan, Mohon arahan, Mohon tanggapan dan saran, Untuk diketahui"),
            Map.entry("kabar_kerja_baru", "ya"),
            Map.entry("kabar_jeda", "30"),
            Map.entry("pengingat_otomatis", "ya"),
            Map.entry("pengingat_menjelang", "ya"),
            Map.entry("pengingat_lewat", "3"),
            Map.entry("pengingat_nama", ""),
            Map.entry("pengingat_koordinator", ""),
            Map.entry("pengingat_kepada", ""),
            Map.entry("pengingat_tembusan", ""),
            Map.entry("berkala_hari", "5"),
            Map.entry("urutan_kanal", "whatsapp, sms, email"),
            Map.entry(
                    "lapor_keadaan",
                    "Belum ditindaklanjuti = baru, Belum terverifikasi = baru, Proses = proses, Ditunda = tunda, Selesai = selesai, Bukan wewenang = tutup, Diarsipkan = tutup"),
            Map.entry(
                    "pihak_luar",
                    "PLN, Pemerintah Provinsi, Kepolisian, Badan Pertanahan Nasional, BPJS Kesehatan, PDAM, Pengadilan Negeri"),
            Map.entry(
                    "jalur_lanjutan",
                    "Bila sesudah itu Anda belum puas, Anda dapat melapor ke Ombudsman Republik Indonesia (www.ombudsman.go.id, telepon 137) atau lewat SP4N-LAPOR! (www.lapor.go.id, SMS 1708). Keduanya tidak dipungut biaya."),
            Map.entry("survei_selalu", "tidak"),
            Map.entry("survei_urutan", "kuesioner"),
            Map.entry("survei_layanan", "Pelayanan pengaduan"),
            Map.entry("survei_publik", "tidak"),
            Map.entry("judul_portal", "Aduan Warga"),
            Map.entry("tagline", ""),
            Map.entry("tentang", ""),
            Map.entry("penolakan", ""),
            Map.entry("alamat", ""),
            Map.entry("telepon", ""),
            Map.entry("surel_kontak", ""),
            Map.entry("tautan", ""),
            Map.entry("pejabat_pengaduan", ""),
            Map.entry("pengirim_nama", ""),
            Map.entry("pengirim_alamat", ""),
            Map.entry("smtp_host", ""),
            Map.entry("smtp_port", "587"),
            Map.entry("smtp_pengguna", ""),
            Map.entry("smtp_sandi", ""), // encrypted, see message.MailServers
            Map.entry("smtp_pengaman", "STARTTLS"),
            Map.entry("kop_nama", ""),
            Map.entry("kop_alamat", ""),
            Map.entry("kop_lain", ""), // heads of units and leaders, see paper.Letterhead
            Map.entry("kop_lambang", "")); // hash of a stored picture, see paper.Logos

    public String text(String name) {
        String fallback = DEFAULTS.get(name);
        if (fallback == null) throw new IllegalArgumentException("no such setting: " + name);
        return values.getOrDefault(name, fallback);
    }

    /** Comma-separated values, trimmed, empty ones dropped. */
    public List<String> list(String name) {
        return Stream.of(text(name))
                .flatMap(t -> Arrays.stream(t.split(",")))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /** A whole number; the default when what was typed is none. */
    public int number(String name) {
        try {
            return Integer.parseInt(text(name).strip());
        } catch (NumberFormatException e) {
            return Integer.parseInt(java.util.Objects.requireNonNull(DEFAULTS.get(name)));
        }
    }
}

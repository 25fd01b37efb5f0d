package id.tindak.sop;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Turns the YAML parser's English message into a sentence for a clerk. */
final class YamlFault {

    private YamlFault() {}

    static String sentence(MarkedYamlEngineException broken, String text, int line) {
        String written = text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
        String problem = broken.getProblem() == null ? "" : broken.getProblem();
        if (written.contains("\t")) return "Baris ini memuat tab. Pakai spasi untuk lekukan.";
        if (problem.contains("mapping values are not allowed")) {
            return "Ada titik dua di tengah teks. Beri tanda kutip ganda di kedua ujung teks itu.";
        }
        if (problem.contains("unexpected end of stream")
                && broken.getContext() != null
                && broken.getContext().contains("quoted")) {
            return "Tanda kutip dibuka tetapi tidak ditutup.";
        }
        if (problem.contains("expected ',' or"))
            return "Tanda kurung dibuka tetapi tidak ditutup, atau ada koma yang kurang.";
        if (problem.contains("could not find expected ':'"))
            return "Titik dua kurang di baris ini atau di baris sebelumnya.";
        if (problem.contains("cannot start any token"))
            return "Teks tidak boleh diawali tanda itu. Beri tanda kutip ganda di kedua ujungnya.";
        return "Susunan tidak terbaca di sini. Periksa lekukan, tanda kutip, titik dua, dan tanda kurung.";
    }
}

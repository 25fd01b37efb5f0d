package id.tindak.sop;

import java.util.List;

/** Small pieces of Indonesian for faults and printed tables. */
final class Sentence {

    private Sentence() {}

    /** "a", "a dan b", "a, b, dan c". */
    static String and(List<String> words) {
        return switch (words.size()) {
            case 0 -> "";
            case 1 -> words.getFirst();
            case 2 -> words.getFirst() + " dan " + words.getLast();
            default -> String.join(", ", words.subList(0, words.size() - 1)) + ", dan " + words.getLast();
        };
    }

    /** "2 jam 15 menit". */
    static String hours(int minutes) {
        if (minutes < 60) return minutes + " menit";
        return minutes / 60 + " jam" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " menit");
    }
}

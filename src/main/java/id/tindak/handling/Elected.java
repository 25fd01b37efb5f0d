package id.tindak.handling;

import id.tindak.sop.Actor;
import java.util.regex.Pattern;

/** Persons whom no page holds a stopwatch to: elected ones. What lies with them is shown with the day since when (RULES.md, The desk). */
public final class Elected {

    private static final Pattern COUNCIL = Pattern.compile(
            "\\b(ketua|pimpinan|anggota|komisi|fraksi)\\b.*\\b(dprd|dewan)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEAD =
            Pattern.compile("^(wakil )?(bupati|wali ?kota|gubernur)\\b", Pattern.CASE_INSENSITIVE);

    private Elected() {}

    public static boolean is(Actor actor) {
        return COUNCIL.matcher(actor.name()).find()
                || HEAD.matcher(actor.name()).find();
    }
}

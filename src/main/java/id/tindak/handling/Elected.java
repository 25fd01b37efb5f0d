package id.tindak.handling;

import id.tindak.agency.Unit;
import id.tindak.sop.Actor;
import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Persons whom no page holds a stopwatch to: elected ones. What lies with them is shown with the day since when (RULES.md, The desk). */
public final class Elected {

    private static final Pattern COUNCIL = Pattern.compile(
            "\\b(ketua|pimpinan|anggota|komisi|fraksi)\\b.*\\b(dprd|dewan)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEAD =
            Pattern.compile("^(wakil )?(bupati|wali ?kota|gubernur)\\b", Pattern.CASE_INSENSITIVE);

    private Elected() {}

    /** Whether work of this actor lies with elected persons: of parties of a disposition the unit says so, of others also the actor's name. */
    static boolean holds(Actor actor, @Nullable Long unitId, Collection<Unit> units) {
        boolean byUnit = unitId != null && units.stream().anyMatch(u -> u.id() == unitId && u.elected());
        boolean party = unitId != null && actor.from() == Actor.From.DISPOSITION;
        return byUnit || !party && is(actor);
    }

    public static boolean is(Actor actor) {
        return COUNCIL.matcher(actor.name()).find()
                || HEAD.matcher(actor.name()).find();
    }
}

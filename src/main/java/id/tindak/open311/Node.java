package id.tindak.open311;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer before it is XML or JSON. The two say the same by the Spark convention: what repeats is a list with a name for each of its parts, in JSON an array without names. */
sealed interface Node {

    String name();

    /** @param value null is an empty element, and null in JSON */
    record Text(String name, @Nullable String value) implements Node {}

    record Flag(String name, boolean value) implements Node {}

    /** @param value a number as JSON writes it; null as for {@link Text} */
    record Figure(String name, @Nullable Number value) implements Node {}

    record Group(String name, List<Node> parts) implements Node {}

    record Series(String name, List<? extends Node> items) implements Node {}
}

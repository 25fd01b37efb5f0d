package id.tindak.handling;

import java.util.List;
import java.util.Optional;

/**
 * The orders that go with a decision.
 *
 * @param actor what the parties become in the SOP; empty when the branch names nobody
 * @param parties to whom it goes back, where the branch returns to parties; all who had it when empty
 */
public record Orders(Optional<String> actor, List<Disposition.Order> list, List<Disposition.Party> parties) {

    public static final Orders NONE = new Orders(Optional.empty(), List.of(), List.of());

    public static Orders of(String actor, List<Disposition.Order> list) {
        return new Orders(Optional.of(actor), list, List.of());
    }

    public static Orders back(List<Disposition.Party> parties) {
        return new Orders(Optional.empty(), List.of(), parties);
    }
}

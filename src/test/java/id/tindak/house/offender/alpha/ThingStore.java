package id.tindak.house.offender.alpha;

/** Planted: a store that was made public. */
public class ThingStore {
    public int count() {
        return 0;
    }
}

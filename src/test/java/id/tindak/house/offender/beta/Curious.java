package id.tindak.house.offender.beta;

import id.tindak.house.offender.alpha.ThingStore;

/** Planted: reaches into another module's store. */
public class Curious {
    public int look() {
        return new ThingStore().count();
    }
}

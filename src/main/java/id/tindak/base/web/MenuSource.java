package id.tindak.base.web;

/** Knows what is open to whoever is signed in, for pages that do not know it themselves. */
public interface MenuSource {

    Menu of(Page page, Signed officer);
}

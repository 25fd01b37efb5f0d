package id.tindak.base.web;

import java.util.List;

/** Knows which pages an agency has for everybody beside those that every agency has. */
public interface PublicLinks {

    List<Menu.Entry> of(Page page);
}

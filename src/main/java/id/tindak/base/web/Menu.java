package id.tindak.base.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The left column of an officer's page: the same entries in the same order wherever the officer is, under short headings.
 *
 * @param here path and query of the entry to mark; empty for none of them
 */
public record Menu(List<Group> groups, String here) {

    static final Menu NONE = new Menu(List.of(), "");

    /** @param title the short heading */
    public record Group(String title, List<Entry> entries) {}

    /**
     * @param path inside the agency
     * @param count null on pages that do not count
     */
    public record Entry(String path, String label, @Nullable String count) {}
}

package id.tindak.desk;

import id.tindak.base.web.Form;
import id.tindak.base.web.Menu;
import java.util.List;
import java.util.Map;

/**
 * What is about to happen to the chosen cases; nothing has happened yet.
 *
 * @param give true: to a colleague; false: onto the own desk
 * @param gone chosen, but no longer open or no longer with a role of this officer
 * @param colleagues id to name of those who may hold all of these
 */
public record BulkPreview(
        Menu menu, boolean give, List<RowView> rows, int gone, Map<String, String> colleagues, Form form) {}

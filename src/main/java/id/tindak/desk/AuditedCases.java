package id.tindak.desk;

import id.tindak.base.web.Menu;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next address of the next page; null on the last */
public record AuditedCases(
        Menu menu, List<LineView> lines, @Nullable String next) {}

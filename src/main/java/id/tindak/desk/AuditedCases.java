package id.tindak.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next address of the next page; null on the last */
public record AuditedCases(
        Rail rail, List<LineView> lines, @Nullable String next) {}

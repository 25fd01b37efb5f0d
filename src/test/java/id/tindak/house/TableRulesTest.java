package id.tindak.house;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.TestDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every table belongs to agencies and leads its key with the agency, except the platform's own, which stand here. */
class TableRulesTest {

    /** What no single agency owns. A new name here needs a reason: isolation rests on the others. */
    private static final Set<String> PLATFORM = Set.of(
            "agency",
            "holiday",
            "region",
            "statutory_limit",
            "public_number",
            "spring_session",
            "spring_session_attributes",
            "scheduled_tasks",
            "installation",
            "flyway_schema_history");

    private static final String OFFENDERS = """
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
          and not exists (
              select 1 from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
              where i.indrelid = c.oid and i.indisprimary and a.attname = 'agency_id')
        order by 1
        """;

    private static List<String> offenders(JdbcClient sql) {
        return sql.sql(OFFENDERS).query((rs, n) -> rs.getString(1)).list().stream()
                .filter(t -> !PLATFORM.contains(t))
                .toList();
    }

    @Test
    void everyTableLeadsItsKeyWithTheAgency() {
        try (TestDatabase database = TestDatabase.fresh()) {
            JdbcClient owner = JdbcClient.create(database.owner());
            assertThat(offenders(owner)).isEmpty();
            owner.sql("create table tanpa_instansi (id bigint primary key)").update();
            owner.sql("create table terbalik (id bigint, agency_id int, primary key (id, agency_id))")
                    .update();
            assertThat(offenders(owner)).containsExactly("tanpa_instansi", "terbalik");
        }
    }
}

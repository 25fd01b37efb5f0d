package id.tindak.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void servesAsTheRoleThatOwnsNothing() {
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThat(database.sql()
                            .sql("SELECT current_user")
                            .query(String.class)
                            .single())
                    .isEqualTo("tindak_app");
            assertThat(database.sql()
                            .sql("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
        }
    }

    @Test
    void oneTestSeesNothingOfAnother() throws Exception {
        try (TestDatabase one = TestDatabase.fresh();
                TestDatabase other = TestDatabase.fresh()) {
            try (var connection = one.owner().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE only_here (word text)");
            }
            assertThat(other.sql()
                            .sql("SELECT to_regclass('only_here')::text")
                            .query(String.class)
                            .optional())
                    .isEmpty();
        }
    }
}

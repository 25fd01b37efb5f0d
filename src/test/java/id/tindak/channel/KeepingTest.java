package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls that come at once are stored together, and each caller learns what became of his own. */
class KeepingTest {

    private static final ChannelAccount ACCOUNT =
            new ChannelAccount(1, 7, ChannelKind.KANNEL, "SMS", "9000", Map.of(), true);

    /** Holds the first statement until it is let go; refuses whatever is bad, or everything. */
    private static final class Slow extends ChannelStore {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);
        final List<List<String>> statements = new ArrayList<>();
        volatile boolean down;

        Slow() {
            super(mock(JdbcClient.class));
        }

        @Override
        void keep(List<Came> calls, Instant now) {
            begun.countDown();
            try {
                assertThat(go.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
            List<String> bodies = calls.stream().map(c -> c.call().text()).toList();
            statements.add(bodies);
            if (down) throw new DataAccessResourceFailureException("away");
            if (bodies.contains("buruk")) throw new DataIntegrityViolationException("buruk");
        }
    }

    private final Slow store = new Slow();
    private final Keeping keeping = new Keeping(store, Clock.systemUTC());

    @Test
    void whatComesMeanwhileIsStoredTogetherAndOneBadCallTakesNoOtherWithIt() throws Exception {
        List<CompletableFuture<Void>> all = meanwhile("satu", "dua", "buruk", "tiga");
        for (int good : new int[] {0, 1, 3}) all.get(good).get(5, TimeUnit.SECONDS);
        assertThatThrownBy(() -> all.get(2).get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(DataIntegrityViolationException.class);
        assertThat(store.statements.getFirst()).containsExactly("satu");
        assertThat(store.statements.get(1)).containsExactlyInAnyOrder("dua", "buruk", "tiga");
        assertThat(store.statements).as("then each alone").hasSize(2 + 3);
    }

    @Test
    void whereNothingCanBeStoredAllAreToldAtOnce() throws Exception {
        store.down = true;
        for (CompletableFuture<Void> one : meanwhile("satu", "dua", "tiga"))
            assertThatThrownBy(() -> one.get(5, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(DataAccessResourceFailureException.class);
        assertThat(store.statements).as("none is tried alone").hasSize(2);
    }

    /** The first holds the store while the others come. */
    private List<CompletableFuture<Void>> meanwhile(String first, String... others) throws Exception {
        ExecutorService each = Executors.newVirtualThreadPerTaskExecutor();
        List<CompletableFuture<Void>> all = new ArrayList<>(List.of(kept(first, each)));
        assertThat(store.begun.await(5, TimeUnit.SECONDS)).isTrue();
        for (String other : others) all.add(kept(other, each));
        while (keeping.waiting() < others.length) Thread.sleep(10);
        store.go.countDown();
        return all;
    }

    private CompletableFuture<Void> kept(String text, ExecutorService each) {
        Call call = new Call(Map.of(), Map.of(), text.getBytes(StandardCharsets.UTF_8));
        return CompletableFuture.runAsync(() -> keeping.keep(ACCOUNT, call), each);
    }
}

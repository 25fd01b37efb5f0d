package id.tindak.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Officers' sessions in the database, without writing one for every page. Spring Session would read it, store the time of its use, and read
 * it again when the answer leaves: three transactions, one of them waiting for the disk. Here it is read once; the time is stored when it is
 * a minute old, which is exact enough for a session of hours.
 *
 * @param <S> the session as it is stored
 */
final class Sessions<S extends Session> implements FindByIndexNameSessionRepository<Sessions.Held<S>> {

    private static final Duration EXACT = Duration.ofMinutes(1);

    private final FindByIndexNameSessionRepository<S> store;

    /** Spring Session asks for the session once more right after saving it, in the same thread: only whether it is still there. */
    private final ThreadLocal<@Nullable Held<S>> justSaved = new ThreadLocal<>();

    Sessions(FindByIndexNameSessionRepository<S> store) {
        this.store = store;
    }

    @Override
    public Held<S> createSession() {
        return new Held<>(store.createSession(), null);
    }

    @Override
    public void save(Held<S> session) {
        boolean found = session.stored != null;
        if (session.worthStoring()) {
            store.save(session.session);
            session.stored = session.getLastAccessedTime();
            session.changed = false;
        }
        if (found) justSaved.set(session);
    }

    @Override
    public @Nullable Held<S> findById(String id) {
        Held<S> saved = justSaved.get();
        justSaved.remove();
        return saved != null && saved.getId().equals(id) ? saved : held(store.findById(id));
    }

    @Override
    public void deleteById(String id) {
        justSaved.remove();
        store.deleteById(id);
    }

    @Override
    public Map<String, Held<S>> findByIndexNameAndIndexValue(String index, String value) {
        return store.findByIndexNameAndIndexValue(index, value).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> new Held<>(e.getValue(), e.getValue().getLastAccessedTime())));
    }

    private @Nullable Held<S> held(@Nullable S session) {
        return session == null ? null : new Held<>(session, session.getLastAccessedTime());
    }

    /** A session of one request, which knows whether it differs from what is stored. */
    static final class Held<S extends Session> implements Session {

        private final S session;
        private @Nullable Instant stored;
        private boolean changed;

        /** @param stored the time of the last use as it is stored; null when nothing is */
        private Held(S session, @Nullable Instant stored) {
            this.session = session;
            this.stored = stored;
        }

        private boolean worthStoring() {
            return changed || stored == null || !getLastAccessedTime().isBefore(stored.plus(EXACT));
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            changed = true;
            return session.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return session.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            changed = true;
            session.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            changed = true;
            session.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant at) {
            session.setLastAccessedTime(at);
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            changed = true;
            session.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }
}

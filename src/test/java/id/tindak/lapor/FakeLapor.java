package id.tindak.lapor;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;

/** SP4N-LAPOR! as an adapter would show it. Invented: the real one's interface is not public. */
@TestComponent
final class FakeLapor implements LaporAdapter {

    final Set<Integer> agencies = ConcurrentHashMap.newKeySet();
    final List<Change> changes = new ArrayList<>();
    /** Tracking id → what stands under the report. */
    final Map<String, String> answers = new LinkedHashMap<>();

    final Map<String, Meaning> states = new LinkedHashMap<>();
    final List<String> keys = new ArrayList<>();
    /** Reports under which it takes nothing. */
    final Set<String> broken = ConcurrentHashMap.newKeySet();

    boolean down;

    @Override
    public boolean serves(int agencyId) {
        return agencies.contains(agencyId);
    }

    @Override
    public List<Change> since(int agencyId, Instant moment) throws IOException {
        reachable();
        return changes.stream().filter(c -> !c.at().isBefore(moment)).toList();
    }

    @Override
    public void answer(int agencyId, String trackingId, String text, String key) throws IOException {
        reachable();
        if (broken.contains(trackingId)) throw new IllegalStateException("laporan terkunci");
        keys.add(key);
        answers.put(trackingId, text);
    }

    @Override
    public void state(int agencyId, String trackingId, Meaning ours) throws IOException {
        reachable();
        states.put(trackingId, ours);
    }

    private void reachable() throws IOException {
        if (down) throw new IOException("503");
    }
}

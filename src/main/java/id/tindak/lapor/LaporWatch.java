package id.tindak.lapor;

import id.tindak.complaint.ChainWatch;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Event;
import id.tindak.handling.CarryOver;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sees that something was said to a reporter who reads it in LAPOR! alone: the desk learns that it waits to be pasted, where no adapter carries it. */
@Component
class LaporWatch implements ChainWatch {

    private static final Set<Event.Kind> SAID = EnumSet.of(
            Event.Kind.ANSWERED,
            Event.Kind.HEAD_ANSWERED,
            Event.Kind.OUTSIDE_ANSWERED,
            Event.Kind.NOTICE,
            Event.Kind.WAITING_FOR_REPORTER,
            Event.Kind.REFUSED,
            Event.Kind.MOVED,
            Event.Kind.OVERSIGHT);

    private final LaporStore store;
    private final CarryOver carryOver;
    private final Optional<LaporAdapter> adapter;
    private final Clock clock;

    LaporWatch(LaporStore store, CarryOver carryOver, Optional<LaporAdapter> adapter, Clock clock) {
        this.store = store;
        this.carryOver = carryOver;
        this.adapter = adapter;
        this.clock = clock;
    }

    @Override
    public void happened(int agencyId, List<Complaints.Linked> all) {
        List<Complaints.Linked> ours = all.stream()
                .filter(l -> l.complaint().channel().equals(LaporReports.CHANNEL))
                .toList();
        if (ours.isEmpty()) return;
        store.stir(
                agencyId, ours.stream().map(l -> l.complaint().id()).distinct().toList(), clock.instant());
        ours.stream()
                .filter(l -> SAID.contains(l.event().kind()))
                .map(Complaints.Linked::complaint)
                .map(Complaint::id)
                .distinct()
                .filter(id -> adapter.filter(a -> a.serves(agencyId)).isEmpty())
                .filter(id -> store.waiting(agencyId, id).isPresent())
                .forEach(id -> carryOver.waits(agencyId, id));
    }
}

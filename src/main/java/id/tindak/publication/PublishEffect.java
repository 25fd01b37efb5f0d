package id.tindak.publication;

import id.tindak.complaint.Complaint;
import id.tindak.complaint.Event;
import id.tindak.handling.StepEffect;
import id.tindak.handling.Transition;
import id.tindak.sop.Effect;
import org.springframework.stereotype.Component;

/**
 * {@code terbitkan}: the case is shown to the public as its editor worded it, or the chain says why not. The reporter is answered either way: that is {@code jawab}. Only decides; {@link
 * PublicationWatch} writes when the link is written.
 */
@Component
class PublishEffect implements StepEffect {

    private final PublicationStore store;

    PublishEffect(PublicationStore store) {
        this.store = store;
    }

    @Override
    public String word() {
        return Effect.PUBLISH;
    }

    @Override
    public void apply(Transition t, String argument) {
        Complaint c = t.complaint();
        String why = Publications.obstacle(c, store.find(c.agencyId(), c.id()), false);
        t.add(
                why == null
                        ? Event.of(Event.Kind.PUBLISHED, t.officer())
                        : Event.of(Event.Kind.PUBLICATION_SKIPPED, t.officer(), "why", why));
    }
}

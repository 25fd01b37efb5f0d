package id.tindak.channel;

import id.tindak.account.ThreadToken;
import id.tindak.agency.Agencies;
import id.tindak.agency.People;
import id.tindak.agency.Unit;
import id.tindak.base.Ids;
import id.tindak.base.web.Texts;
import id.tindak.base.web.Times;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reporter;
import id.tindak.complaint.StoredFile;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseFiles;
import id.tindak.handling.Outcome;
import id.tindak.handling.ReporterVerbs;
import id.tindak.handling.Sops;
import id.tindak.intake.Intake;
import id.tindak.message.Outbox;
import id.tindak.message.Outbox.Outgoing;
import id.tindak.message.Quoted;
import id.tindak.sop.ChannelEntry;
import id.tindak.sop.Sop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a message means for the cases of whoever wrote it: a new complaint, more to the last one, a question, a word of the service. One transaction a message; what it is answered with is staged in
 * it.
 */
@Service
class Dialogue {

    /** Whoever goes on so soon means the complaint that he has just sent. */
    private static final Duration GOES_ON = Duration.ofMinutes(30);

    /** One explanation a day: machines answer machines. */
    private static final Duration HELP_AGAIN = Duration.ofHours(24);

    private static final ReporterVerbs.Supplied NOTHING_MORE = new ReporterVerbs.Supplied(null, null, null, null);

    /** RFC 3834, section 2: who answers machines must not do so often. */
    private static final Duration ANSWER_AGAIN = Duration.ofHours(1);

    private static final int LEAST_SUBJECT = 3;
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2,5}-\\d{6}-[0-9A-Z]{4}");

    private final ChannelStore store;
    private final Intake intake;
    private final ReporterVerbs reporters;
    private final Complaints complaints;
    private final CaseFiles cases;
    private final Sops sops;
    private final People people;
    private final Agencies agencies;
    private final Outbox outbox;
    private final ThreadToken threads;
    private final Clock clock;

    Dialogue(
            ChannelStore store,
            Intake intake,
            ReporterVerbs reporters,
            Complaints complaints,
            CaseFiles cases,
            Sops sops,
            People people,
            Agencies agencies,
            Outbox outbox,
            ThreadToken threads,
            Clock clock) {
        this.store = store;
        this.intake = intake;
        this.reporters = reporters;
        this.complaints = complaints;
        this.cases = cases;
        this.sops = sops;
        this.people = people;
        this.agencies = agencies;
        this.outbox = outbox;
        this.threads = threads;
        this.clock = clock;
    }

    /** What became of a message; kept with it. */
    enum Became {
        COMPLAINT,
        ADDITION,
        COMMAND,
        HELP,
        /** A machine's, or a second help within a day. */
        SILENT
    }

    @Transactional
    public void take(ChannelAccount account, long rawId, Arrival.Said said, Kept kept) {
        int agencyId = account.agencyId();
        Instant now = clock.instant();
        if (!store.first(agencyId, account.id(), said.key(), Ids.next(now), rawId, said.at())) return;
        ChannelStore.Before before = store.wrote(agencyId, account.id(), said);
        new Taking(account, said, kept, before, now).take();
    }

    /**
     * Files that came along.
     *
     * @param left names of those that were not taken
     */
    record Kept(List<StoredFile> files, List<String> left) {}

    /** One message on its way. */
    private final class Taking {

        private final ChannelAccount account;
        private final Arrival.Said said;
        private final List<StoredFile> files;
        private final List<String> left;
        private final Arrival.@Nullable Mail mail;
        /** The case whose token stands in the headers: who sends it has seen a mail about it. */
        private final OptionalLong answered;

        private final ChannelStore.Before before;
        private final Instant now;
        private final Sop sop;

        Taking(ChannelAccount account, Arrival.Said said, Kept kept, ChannelStore.Before before, Instant now) {
            this.account = account;
            this.said = said;
            this.files = kept.files();
            this.left = kept.left();
            this.mail = said.mail();
            this.answered = mail == null ? OptionalLong.empty() : threads.find(account.agencyId(), mail.thread());
            this.before = before;
            this.now = now;
            this.sop = sops.inForce(account.agencyId()).orElseThrow().sop();
        }

        void take() {
            if (said.mute()) {
                became(Became.SILENT, null);
                return;
            }
            if (mail != null && mail.encrypted()) {
                say("channel-encrypted", null, Map.of());
                became(Became.HELP, null);
                return;
            }
            Optional<Long> meant = meant();
            if (said.text().isBlank() && meant.isPresent() && (mail != null || !files.isEmpty() || !left.isEmpty())) {
                add(meant.get(), "");
                return;
            }
            if (meant.isPresent() && (tells(meant.get()) || rates(meant.get()))) return;
            switch (ShortMessage.read(words(), units())) {
                case ShortMessage.Words words -> words(words, meant);
                case ShortMessage.Ask(String number) -> command("channel-status", number);
                case ShortMessage.Withdraw(String number) -> withdraw(number);
                case ShortMessage.Complete(String number, String text) -> complete(number, text);
                case ShortMessage.Rate(String number, int grade) -> rate(number, grade);
                case ShortMessage.Help(boolean asked) -> help(asked);
            }
        }

        private void words(ShortMessage.Words words, Optional<Long> meant) {
            if (!words.marked() && meant.isPresent() && (mail != null || goesOn(meant.get()))) {
                add(meant.get(), words.text());
                return;
            }
            NewComplaint fresh = complaint(words);
            Complaint filed = complaints
                    .bySubmission(account.agencyId(), fresh.submissionKey())
                    .orElseGet(() -> intake.accept(account.agencyId(), fresh));
            became(Became.COMPLAINT, filed.id());
            askForMissing(filed);
        }

        /** What the SOP's form asks for and the message does not say. Without it the complaint is filed all the same. */
        private void askForMissing(Complaint filed) {
            ChannelEntry entry = sop.channels().get(filed.channel());
            Map<String, Boolean> asked =
                    entry == null ? Map.of() : sop.step(entry.start()).fields();
            if (!asked.containsValue(true)) return;
            String missing = complaints.known(filed).reporter().lacking().stream()
                    .filter(field -> asked.getOrDefault(field, false))
                    .map(field -> Texts.get(Texts.DEFAULT, "channel.person." + field) + ": …")
                    .collect(Collectors.joining("\n"));
            if (!missing.isEmpty()) answer("channel-missing", filed, Map.of(Outbox.LINES, missing));
        }

        /**
         * Takes what was not known of the reporter and stands in a message that says little else; what is known is never replaced, and a complaint's own words stay whole ("Alamat: …" may be where
         * the road is broken). The conversation says which of it was told, not what.
         */
        private boolean tells(long complaintId) {
            ShortMessage.Person person =
                    ShortMessage.Person.read(Quoted.of(said.text()).said());
            if (person.told().isEmpty() || !ShortMessage.saysLittle(person.rest())) return false;
            Reporter r = known(complaintId).reporter();
            List<String> fresh =
                    r.lacking().stream().filter(person.told()::containsKey).toList();
            if (fresh.isEmpty() || !proven(complaintId, r)) return false;
            Map<String, String> told = new HashMap<>(person.told());
            told.keySet().retainAll(fresh);
            String names = fresh.stream()
                    .map(field -> Texts.get(Texts.DEFAULT, "channel.person." + field))
                    .collect(Collectors.joining(", "));
            String which = Texts.get(Texts.DEFAULT, "channel.person.told", names);
            add(
                    complaintId,
                    (which + "\n\n" + person.rest()).strip(),
                    new ReporterVerbs.Supplied(
                            told.get("nama"), told.get("alamat"), told.get("hp"), told.get("email")));
            return true;
        }

        /** A digit and nothing else, after the answer: as the message with the survey's address offers it. */
        private boolean rates(long complaintId) {
            String digit = said.text().strip();
            return mail == null && digit.matches("[1-4]") && rated(complaintId, Integer.parseInt(digit));
        }

        private boolean rated(long complaintId, int grade) {
            if (!(reporters.rate(account.agencyId(), complaintId, grade) instanceof Outcome.Done done)) return false;
            answer("channel-rated", done.complaint(), Map.of());
            became(Became.COMMAND, complaintId);
            return true;
        }

        /** By mail only as a reply to a mail of ours, like a withdrawal. */
        private void rate(String number, int grade) {
            boolean done = own(number)
                    .filter(c -> mail == null || answered.equals(OptionalLong.of(c.id())))
                    .filter(c -> rated(c.id(), grade))
                    .isPresent();
            if (!done) command("channel-later", number);
        }

        /** What a mail says, or where it says nothing, what it is about. */
        private String words() {
            return mail == null || !said.text().isBlank() ? said.text() : mail.subject();
        }

        /**
         * The case that was meant: of a mail the one that it answers, by the token in its headers or by the number in its subject and its own sender; else the last one that is not closed.
         */
        private Optional<Long> meant() {
            if (mail == null) return store.openCase(account.agencyId(), account.lane(), said.address());
            if (answered.isPresent()) return Optional.of(answered.getAsLong());
            Matcher number = NUMBER.matcher(mail.subject().toUpperCase(Locale.ROOT));
            return number.find() ? own(number.group()).map(Complaint::id) : Optional.empty();
        }

        /** Where the office waits for the reporter, or where he wrote a moment ago. */
        private boolean goesOn(long complaintId) {
            Instant wrote = before.wroteAt();
            if (wrote != null && said.at().isBefore(wrote.plus(GOES_ON))) return true;
            return file(complaintId).k().waitsForReporter();
        }

        private void add(long complaintId, String text) {
            add(complaintId, text, NOTHING_MORE);
        }

        private void add(long complaintId, String text, ReporterVerbs.Supplied supplied) {
            Complaints.Known known = known(complaintId);
            boolean own = contact().equals(known.reporter().contact());
            boolean proven = proven(complaintId, known.reporter());
            String words = whole(proven ? text : (origin(known.complaint(), own) + "\n\n" + text).strip());
            Outcome outcome = own && !proven
                    ? reporters.heard(account.agencyId(), complaintId, words, files)
                    : reporters.write(account.agencyId(), complaintId, words, supplied, files);
            if (outcome instanceof Outcome.Done done) {
                // a reply with the token shows that the mailbox is the sender's
                if (proven && mail != null) complaints.confirmEmail(done.complaint(), said.address(), now);
                if (own && !justAnswered()) received(done.complaint(), proven);
                became(Became.ADDITION, complaintId);
            } else if (own) {
                answer("channel-closed", known.complaint(), Map.of());
                became(Became.HELP, complaintId);
            } else help(false);
        }

        /** Whether the reporter wrote it: of a mail anybody can write the sender, so it has to answer one of ours. */
        private boolean proven(long complaintId, Reporter r) {
            return contact().equals(r.contact()) && (mail == null || answered.equals(OptionalLong.of(complaintId)));
        }

        /** What stands above words of which nobody knows whether they are the reporter's; no address where his identity is hidden. */
        private String origin(Complaint c, boolean own) {
            if (own) return Texts.get(Texts.DEFAULT, "channel.unproven");
            return c.privacy() == Privacy.TERBUKA
                    ? Texts.get(Texts.DEFAULT, "channel.other-address", said.address())
                    : Texts.get(Texts.DEFAULT, "channel.other-address-hidden");
        }

        /** Whoever did not show that he is the reporter gets the state, and a link under which he can go on. */
        private void received(Complaint c, boolean proven) {
            if (proven) answer("channel-added", c, Map.of());
            else answer("channel-status", c, Map.of(Outbox.LINES, state(c)));
        }

        /** A mail program that answers by itself, and says so nowhere, is answered once an hour at most (RFC 3834). */
        private boolean justAnswered() {
            Instant wrote = before.wroteAt();
            return mail != null && wrote != null && now.isBefore(wrote.plus(ANSWER_AGAIN));
        }

        /** With what came along and was not taken: whoever reads it knows to ask for it. */
        private String whole(String text) {
            return left.isEmpty()
                    ? text
                    : (text + "\n\n" + Texts.get(Texts.DEFAULT, "channel.left", String.join(", ", left))).strip();
        }

        private Reporter.Contact contact() {
            return new Reporter.Contact(account.lane(), said.address());
        }

        private NewComplaint complaint(ShortMessage.Words words) {
            return NewComplaint.of(
                            agencies.settings(account.agencyId()).list("jenis").getFirst(),
                            sop.channel(account.channel()),
                            subject(words.text()),
                            whole(suggested(words)))
                    // a mail to two mailboxes of the agency is one complaint
                    .submission("kanal:" + (mail == null ? account.id() + ":" : "") + said.key())
                    .to(unit(words.unit()))
                    .from(Reporter.person(
                                    said.name().isEmpty() ? null : said.name(),
                                    null,
                                    said.phone(),
                                    mail == null ? null : said.address())
                            .at(contact()))
                    .receivedAt(said.at().isBefore(now) ? said.at() : null)
                    .with(files)
                    .done();
        }

        /** With the unit whose code was perhaps meant: the officer decides. */
        private static String suggested(ShortMessage.Words words) {
            String unit = words.suggestion();
            return unit == null
                    ? words.text()
                    : words.text() + "\n\n" + Texts.get(Texts.DEFAULT, "channel.suggested", unit);
        }

        /** A mail names what it is about, unless it leaves that to its words. */
        private String subject(String text) {
            String named = mail == null ? "" : mail.subject().replaceAll("(?i)^((re|fwd?|bls|trs)\\s*:\\s*)+", "");
            return named.codePoints().filter(Character::isLetterOrDigit).count() < LEAST_SUBJECT
                    ? NewComplaint.title(text)
                    : NewComplaint.title(named);
        }

        /** The sender of a mail is easily forged: it ends a case only as a reply to a mail of ours. Others get the state, and a link under which they can. */
        private void withdraw(String number) {
            Optional<Complaint> own = own(number).filter(c -> mail == null || answered.equals(OptionalLong.of(c.id())));
            if (own.isPresent()
                    && reporters.withdraw(account.agencyId(), own.get().id(), "") instanceof Outcome.Done)
                became(Became.COMMAND, own.get().id());
            else command("channel-status", number);
        }

        private void complete(String number, String text) {
            own(number).ifPresentOrElse(c -> add(c.id(), text), () -> command("channel-status", number));
        }

        /** About a complaint of one's own; of any other nothing is said, not even that it exists. */
        private void command(String template, String number) {
            Optional<Complaint> own = own(number);
            if (own.isPresent()) answer(template, own.get(), Map.of(Outbox.LINES, state(own.get())));
            else say("channel-unknown", null, Map.of("number", number));
            became(Became.COMMAND, own.map(Complaint::id).orElse(null));
        }

        /** Who has it and since when; roles, never names. */
        private String state(Complaint c) {
            CaseFile file = file(c.id());
            Times times = new Times(agencies.byId(c.agencyId()).zone(), Texts.DEFAULT);
            return file.k()
                    .current()
                    .map(a -> Texts.get(
                            Texts.DEFAULT,
                            a.waitsForReporter() ? "channel.state.waiting" : "channel.state.held",
                            file.roleName(a),
                            times.moment(a.openedAt())))
                    .orElseGet(() -> Texts.get(Texts.DEFAULT, "channel.state.ended"));
        }

        private Optional<Complaint> own(String number) {
            return complaints
                    .knownByNumber(account.agencyId(), number)
                    .filter(k -> contact().equals(k.reporter().contact()))
                    .map(Complaints.Known::complaint);
        }

        private void help(boolean asked) {
            Instant helped = before.helpedAt();
            if (!asked && helped != null && now.isBefore(helped.plus(HELP_AGAIN))) {
                became(Became.SILENT, null);
                return;
            }
            ChannelEntry entry = sop.channels().get(account.channel());
            boolean codes = entry != null && entry.format() != null;
            say(codes ? "channel-help-codes" : "channel-help", null, Map.of(Outbox.LINES, codes ? codeList() : ""));
            store.helped(account.agencyId(), account.id(), said.address(), now);
            became(Became.HELP, null);
        }

        private void answer(String template, Complaint c, Map<String, String> more) {
            Map<String, String> params = new LinkedHashMap<>(more);
            params.put("number", c.publicNumber());
            params.put("complaint", Long.toString(c.id()));
            params.put("rotation", Integer.toString(c.codeRotation()));
            params.put("link", agencies.byId(account.agencyId()).baseUrl() + "/lacak/" + c.publicNumber());
            say(template, c.id(), params);
        }

        private void say(String template, @Nullable Long complaintId, Map<String, String> params) {
            outbox.stage(
                    account.agencyId(),
                    List.of(new Outgoing(complaintId, account.lane(), said.address(), template, params)));
        }

        private void became(Became what, @Nullable Long complaintId) {
            store.became(account.agencyId(), account.id(), said.key(), what.name(), complaintId);
        }

        /** Codes only where the SOP lays the message out with one. */
        private Map<String, String> units() {
            ChannelEntry entry = sop.channels().get(account.channel());
            if (entry == null || entry.format() == null) return Map.of();
            Map<String, String> codes = new HashMap<>();
            valid().forEach(u -> {
                codes.put(ShortMessage.code(u.code()), u.code());
                codes.putIfAbsent(ShortMessage.code(u.shortName()), u.code());
            });
            return codes;
        }

        private List<Unit> valid() {
            var today = people.today(account.agencyId());
            return people.units(account.agencyId()).stream()
                    .filter(u -> u.validOn(today))
                    .toList();
        }

        private @Nullable Long unit(@Nullable String code) {
            return valid().stream()
                    .filter(u -> u.code().equals(code))
                    .map(Unit::id)
                    .findFirst()
                    .orElse(null);
        }

        private String codeList() {
            return valid().stream()
                    .map(u -> u.code() + " = " + u.name())
                    .reduce((a, b) -> a + "\n" + b)
                    .orElse("");
        }

        private Complaints.Known known(long complaintId) {
            return complaints.known(
                    complaints.byId(account.agencyId(), complaintId).orElseThrow());
        }

        private CaseFile file(long complaintId) {
            return cases.forReporter(known(complaintId));
        }
    }
}

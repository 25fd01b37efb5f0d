package id.tindak.complaint;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.AgencyEvents;
import id.tindak.base.Chain;
import id.tindak.base.Keys;
import id.tindak.message.Conversations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Checks all chains link by link, the texts that they name, and the sealed heads outside the database. Changes nothing. */
@Service
class Verification {

    private static final int AT_ONCE = 200;

    /**
     * @param faults one sentence each, the first broken link of each chain; empty when all is whole
     */
    record Report(int complaints, int events, int witnesses, List<String> faults) {}

    private final ChainStore store;
    private final Agencies agencies;
    private final AgencyEvents events;
    private final Conversations conversations;
    private final Witness witness;
    private final Keys keys;

    Verification(
            ChainStore store,
            Agencies agencies,
            AgencyEvents events,
            Conversations conversations,
            Witness witness,
            Keys keys) {
        this.store = store;
        this.agencies = agencies;
        this.events = events;
        this.conversations = conversations;
        this.witness = witness;
        this.keys = keys;
    }

    Report run() {
        Count count = new Count();
        Map<String, String> numbers = new HashMap<>();
        for (Agency agency : agencies.all()) {
            List<ChainStore.Head> heads = store.heads(agency.id(), 0, AT_ONCE);
            while (!heads.isEmpty()) {
                heads.forEach(h -> numbers.put(h.name(), h.number()));
                check(agency.id(), heads, count);
                heads = store.heads(agency.id(), heads.getLast().complaintId(), AT_ONCE);
            }
            checkOwnChain(agency, count);
        }
        witnesses(count, numbers);
        return new Report(count.complaints, count.events, count.witnesses, List.copyOf(count.faults));
    }

    private static final class Count {
        int complaints;
        int events;
        int witnesses;
        final List<String> faults = new ArrayList<>();

        /** "agency seq" → hash of the agencies' own chains. */
        final Map<String, String> ownHashes = new HashMap<>();
    }

    private void check(int agencyId, List<ChainStore.Head> heads, Count count) {
        long first = heads.getFirst().complaintId();
        long last = heads.getLast().complaintId();
        Map<Long, List<Chain>> links = new HashMap<>();
        for (ChainStore.Link l : store.links(agencyId, first, last))
            links.computeIfAbsent(l.complaintId(), id -> new ArrayList<>()).add(l.chain());
        Map<Long, String> texts = conversations.fingerprints(agencyId, first, last);
        for (ChainStore.Head head : heads) {
            List<Chain> chain = links.getOrDefault(head.complaintId(), List.of());
            count.complaints++;
            count.events += chain.size();
            String fault = fault(head, chain, texts);
            if (fault != null) count.faults.add("Aduan " + head.number() + ": " + fault);
        }
    }

    /** The chain of the agency's administrative changes. */
    private void checkOwnChain(Agency agency, Count count) {
        List<Chain> newestFirst = new ArrayList<>();
        List<Chain> page = events.page(agency.id(), Integer.MAX_VALUE, AT_ONCE);
        while (!page.isEmpty()) {
            newestFirst.addAll(page);
            page = events.page(agency.id(), page.getLast().seq(), AT_ONCE);
        }
        List<Chain> chain = newestFirst.reversed();
        String owner = Integer.toString(agency.id());
        count.events += chain.size();
        chain.forEach(link ->
                count.ownHashes.put(owner + " " + link.seq(), HexFormat.of().formatHex(link.hash())));
        String fault = linkFault(owner, chain, Map.of());
        if (fault != null) count.faults.add("Catatan perubahan " + agency.name() + ": " + fault);
    }

    /** The first thing that is wrong with a chain; null when it is whole. */
    private static @Nullable String fault(ChainStore.Head head, List<Chain> chain, Map<Long, String> texts) {
        String broken = linkFault(head.name(), chain, texts);
        if (broken != null) return broken;
        int seq = chain.size();
        if (seq != head.count())
            return "ekor rantai terpotong; seharusnya %d peristiwa, tinggal %d.".formatted(head.count(), seq);
        if (seq == 0) return "tidak punya satu peristiwa pun.";
        return Arrays.equals(chain.getLast().hash(), head.hash())
                ? null
                : "ujung rantai berbeda dari yang tercatat pada aduan.";
    }

    private static @Nullable String linkFault(String owner, List<Chain> chain, Map<Long, String> texts) {
        byte[] previous = Chain.START;
        int seq = 0;
        for (Chain link : chain) {
            seq++;
            if (link.seq() != seq) return "peristiwa " + seq + " hilang dari rantai.";
            if (!Arrays.equals(Chain.hash(previous, link.line()), link.hash()))
                return "peristiwa " + seq + " tidak cocok dengan rantai; isinya berubah.";
            if (!link.line().contains("\t" + owner + "\t" + seq + "\t"))
                return "peristiwa " + seq + " berasal dari tempat lain.";
            String fault = textFault(link, texts);
            if (fault != null) return fault;
            previous = link.hash();
        }
        return null;
    }

    /** A text that an event names must still be the text that it named, or be erased. */
    private static @Nullable String textFault(Chain link, Map<Long, String> texts) {
        Map<String, String> facts = link.facts();
        String message = facts.get("message");
        String named = facts.get("text");
        if (message == null || named == null) return null;
        String now = texts.get(Long.valueOf(message));
        if (now == null) return "tulisan yang disebut peristiwa " + link.seq() + " hilang.";
        return now.isEmpty() || now.equals(named)
                ? null
                : "tulisan yang disebut peristiwa " + link.seq() + " sudah diubah.";
    }

    private void witnesses(Count count, Map<String, String> numbers) {
        Map<String, Sealed> latest = new HashMap<>();
        String previous = "-";
        int expected = 1;
        for (Map.Entry<Integer, String> e : witness.files().entrySet()) {
            String name = "Saksi %08d".formatted(e.getKey());
            for (; expected < e.getKey(); expected++) {
                count.faults.add("Saksi %08d: berkasnya hilang.".formatted(expected));
                previous = "";
            }
            expected = e.getKey() + 1;
            count.witnesses++;
            try {
                WitnessFile file = WitnessFile.read(e.getValue(), keys);
                if (file.number() != e.getKey()) count.faults.add(name + ": nomor di dalamnya berbeda.");
                if (!previous.isEmpty() && !file.previous().equals(previous))
                    count.faults.add(name + ": tidak menyambung pada saksi sebelumnya.");
                for (WitnessFile.Entry head : file.heads()) latest.put(head.owner(), new Sealed(head, name));
            } catch (WitnessFile.Broken broken) {
                count.faults.add(name + ": " + broken.getMessage() + ".");
            }
            previous = WitnessFile.fingerprint(e.getValue());
        }
        latest.forEach((owner, witnessed) -> sealedFault(owner, witnessed, numbers, count));
    }

    private record Sealed(WitnessFile.Entry head, String file) {}

    /** What was sealed must still be there: the complaint, and the event that was its last then. */
    private void sealedFault(String owner, Sealed sealed, Map<String, String> numbers, Count count) {
        int slash = owner.indexOf('/');
        if (slash < 0) {
            ownFault(sealed, count);
            return;
        }
        int agency = Integer.parseInt(owner, 0, slash, 10);
        long complaint = Long.parseLong(owner, slash + 1, owner.length(), 10);
        String number = numbers.get(owner);
        if (number == null) {
            count.faults.add("Aduan dengan kunci " + owner + " hilang; " + sealed.file() + " mencatatnya.");
            return;
        }
        String hash = store.hash(agency, complaint, sealed.head().count())
                .map(HexFormat.of()::formatHex)
                .orElse("");
        if (hash.isEmpty())
            count.faults.add("Aduan %s: ekor rantai terpotong; %s mencatat %d peristiwa."
                    .formatted(number, sealed.file(), sealed.head().count()));
        else if (!hash.equals(sealed.head().hash()))
            count.faults.add("Aduan %s: rantainya ditulis ulang; peristiwa %d berbeda dari yang dicatat %s."
                    .formatted(number, sealed.head().count(), sealed.file()));
    }

    private static void ownFault(Sealed sealed, Count count) {
        String hash =
                count.ownHashes.get(sealed.head().owner() + " " + sealed.head().count());
        if (!sealed.head().hash().equals(hash))
            count.faults.add("Catatan perubahan instansi %s: terpotong atau ditulis ulang; %s mencatat %d peristiwa."
                    .formatted(
                            sealed.head().owner(), sealed.file(), sealed.head().count()));
    }
}

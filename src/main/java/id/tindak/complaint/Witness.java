package id.tindak.complaint;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.AgencyEvents;
import id.tindak.base.Keys;
import id.tindak.base.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Seals the heads of the chains that changed into numbered files outside the database, signed by a key outside the database. Whoever cuts the
 * end of a chain, or removes a whole complaint, would have to forge a file too. Copies of these files elsewhere make that impossible.
 */
@Service
class Witness {

    private static final int AT_ONCE = 10_000;
    private static final String ENDING = ".saksi";

    private final ChainStore store;
    private final Agencies agencies;
    private final AgencyEvents events;
    private final Keys keys;
    private final Path directory;
    private final Clock clock;

    Witness(
            ChainStore store,
            Agencies agencies,
            AgencyEvents events,
            Keys keys,
            @Value("${tindak.data}") Path data,
            Clock clock) {
        this.store = store;
        this.agencies = agencies;
        this.events = events;
        this.keys = keys;
        this.directory = data.resolve("saksi");
        this.clock = clock;
    }

    /**
     * Seals what changed, in one file or, after a long pause, in several. A crash between the file and the mark seals the same heads once more,
     * which harms nothing.
     *
     * @return number of heads sealed
     */
    synchronized int seal() {
        int sealed = 0;
        int count;
        do {
            Map<Integer, List<ChainStore.Head>> heads = new LinkedHashMap<>();
            for (Agency agency : agencies.all()) heads.put(agency.id(), store.unsealed(agency.id(), AT_ONCE));
            List<ChainStore.Head> all =
                    heads.values().stream().flatMap(List::stream).toList();
            count = all.size();
            if (count > 0) write(entries(all));
            heads.forEach(store::sealed);
            sealed += count;
        } while (count >= AT_ONCE);
        return sealed;
    }

    /** The heads of the complaints, and with them those of the agencies' own chains. */
    private List<WitnessFile.Entry> entries(List<ChainStore.Head> heads) {
        List<WitnessFile.Entry> entries = new ArrayList<>();
        for (Agency agency : agencies.all()) {
            events.page(agency.id(), Integer.MAX_VALUE, 1)
                    .forEach(last -> entries.add(entry(Integer.toString(agency.id()), last.seq(), last.hash())));
        }
        heads.forEach(h -> entries.add(entry(h.name(), h.count(), h.hash())));
        return entries;
    }

    private static WitnessFile.Entry entry(String owner, int count, byte[] hash) {
        return new WitnessFile.Entry(owner, count, HexFormat.of().formatHex(hash));
    }

    /** All files by number, as they are. */
    Map<Integer, String> files() {
        Map<Integer, String> texts = new LinkedHashMap<>();
        for (int number : numbers()) {
            try {
                texts.put(number, Files.readString(path(number)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return texts;
    }

    private void write(List<WitnessFile.Entry> heads) {
        List<Integer> numbers = numbers();
        int last = numbers.isEmpty() ? 0 : numbers.getLast();
        try {
            String previous = last == 0 ? "-" : WitnessFile.fingerprint(Files.readString(path(last)));
            WitnessFile file =
                    new WitnessFile(last + 1, clock.instant().truncatedTo(ChronoUnit.SECONDS), previous, heads);
            PrivateFiles.directory(directory);
            PrivateFiles.write(path(last + 1), file.sealed(keys).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path path(int number) {
        return directory.resolve("%08d%s".formatted(number, ENDING));
    }

    private List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        if (!Files.isDirectory(directory)) return numbers;
        try (var files = Files.newDirectoryStream(directory, "????????" + ENDING)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.matches("\\d{8}\\" + ENDING)) numbers.add(Integer.parseInt(name, 0, 8, 10));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        numbers.sort(null);
        return numbers;
    }
}

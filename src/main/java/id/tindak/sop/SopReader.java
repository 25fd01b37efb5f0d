package id.tindak.sop;

import id.tindak.calendar.TimeStandard;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds the model from the tree of the file; what does not fit becomes a fault with its line. */
final class SopReader {

    private static final List<String> CHANNELS = List.of(
            "web", "whatsapp", "sms", "email", "instagram", "surat", "langsung", "telepon", "lapor", "aplikasi");
    private static final int MOST_ACTORS = 30;
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,9}");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,5}");

    private final Faults faults;
    private final Map<String, Integer> promiseLines = new LinkedHashMap<>();

    SopReader(Faults faults) {
        this.faults = faults;
    }

    /** Lines of the file that the model itself does not keep. */
    record Lines(int sop, int steps, int promise, Map<String, Integer> promises, Map<String, Integer> actors) {

        /** Where the promise of a channel is written. */
        int promise(Sop sop, String channel) {
            ChannelEntry entry = sop.channels().get(channel);
            return entry == null || entry.promise() == null ? promise : promises.getOrDefault(channel, promise);
        }
    }

    record Draft(Sop sop, Lines lines) {}

    Draft read(Yaml root) {
        Block file = new Block(root, "berkas SOP", faults);
        Block identity = group(file, "sop");
        Map<String, Integer> actorLines = new LinkedHashMap<>();
        Map<String, Actor> actors = actors(group(file, "pelaksana"), actorLines);
        StepReader stepReader = new StepReader(actors, faults);
        file.need("langkah");
        List<Step> steps = stepReader.read(file.items("langkah"));
        Names names = new Names(actors, stepReader.order(), faults);
        Map<String, ChannelEntry> channels = channels(group(file, "kanal"), names);
        if (steps.isEmpty() || channels.isEmpty()) faults.breakFlow();
        SideReader side = new SideReader(names, faults);
        List<Periodic> periodics = side.periodics(file.items("berkala"));
        List<ReminderRule> reminders = side.reminders(file.items("pengingat"));
        file.close();
        Promise promise = promise(identity, names);
        Sop sop = new Sop(
                code(identity),
                version(identity),
                identity.needText("nama"),
                identity.needText("instansi"),
                new HeaderReader(identity, faults).read(),
                actors,
                steps,
                channels,
                promise.time,
                promise.endsAt,
                periodics,
                reminders);
        identity.close();
        return new Draft(
                sop,
                new Lines(file.line("sop"), file.line("langkah"), identity.line("janji"), promiseLines, actorLines));
    }

    private Block group(Block file, String word) {
        Yaml value = file.need(word);
        return value == null
                ? Block.absent(file.line(word), faults)
                : new Block(value, file.line(word), "\"" + word + "\"", faults);
    }

    private String code(Block sop) {
        String code = sop.needText("kode");
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            faults.error(
                    sop.line("kode"), "Kode SOP \"" + code + "\" hanya boleh huruf kecil, angka, dan tanda hubung.");
        }
        return code;
    }

    private int version(Block sop) {
        String version = sop.needText("versi");
        if (VERSION.matcher(version).matches()) return Integer.parseInt(version);
        if (!version.isEmpty()) faults.error(sop.line("versi"), "Versi SOP diisi angka mulai dari 1, misalnya 1.");
        return 1;
    }

    private Map<String, Actor> actors(Block group, Map<String, Integer> lines) {
        Map<String, Actor> actors = new LinkedHashMap<>();
        if (group.all().size() > MOST_ACTORS) {
            faults.breakActors();
            faults.flowError(
                    group.line(), "Terlalu banyak pelaksana: satu SOP paling banyak " + MOST_ACTORS + " pelaksana.");
            return actors;
        }
        Set<String> keys = Set.copyOf(group.all().stream().map(Yaml.Word::key).toList());
        for (Yaml.Word word : group.all()) {
            Block actor = new Block(word.value(), word.line(), "pelaksana " + word.key(), faults);
            lines.put(word.key(), word.line());
            actors.put(word.key(), actor(word, actor, keys));
            actor.close();
        }
        return Collections.unmodifiableMap(actors);
    }

    private Actor actor(Yaml.Word word, Block actor, Set<String> keys) {
        String from = actor.needText("dari");
        Actor.From kind = Names.FROM.get(from);
        if (from.isEmpty()) faults.breakActors();
        if (kind == null && Spelling.nearest(from, Names.FROM.keySet()).isPresent()) {
            faults.breakActors();
            faults.error(
                    actor.line("dari"),
                    "Asal \"" + from + "\" pada pelaksana " + word.key() + " tidak dikenal."
                            + Spelling.hint(from, Names.FROM.keySet()));
        }
        String fallback = actor.text("bawaan");
        if (fallback != null && (!keys.contains(fallback) || fallback.equals(word.key()))) {
            faults.error(
                    actor.line("bawaan"),
                    "Pelaksana \"" + fallback + "\" pada bawaan " + word.key() + " tidak ada di daftar pelaksana."
                            + Spelling.hint(fallback, keys));
        }
        String name = actor.needText("nama");
        return new Actor(
                word.key(), name, kind == null ? Actor.From.NAMED_UNIT : kind, kind == null ? from : null, fallback);
    }

    private Map<String, ChannelEntry> channels(Block group, Names names) {
        Map<String, ChannelEntry> channels = new LinkedHashMap<>();
        for (Yaml.Word word : group.all()) {
            if (!CHANNELS.contains(word.key())) {
                faults.flowError(
                        word.line(),
                        "Kanal \"" + word.key() + "\" tidak dikenal. Kanal yang ada: " + String.join(", ", CHANNELS)
                                + ".");
                continue;
            }
            channels.put(word.key(), channel(word, names));
        }
        return Collections.unmodifiableMap(channels);
    }

    private ChannelEntry channel(Yaml.Word word, Names names) {
        Block channel = new Block(word.value(), word.line(), "kanal " + word.key(), faults);
        String start = channel.needText("mulai");
        Promise promise = promise(channel, names);
        promiseLines.put(word.key(), channel.line("janji"));
        ChannelEntry entry = new ChannelEntry(
                start,
                channel.texts("alamat"),
                channel.text("format"),
                promise.time,
                promise.endsAt,
                names.fills(channel));
        channel.close();
        if (start.isEmpty()) faults.breakFlow();
        else names.step(start, channel.line("mulai"), "Kanal " + word.key() + " mulai di langkah");
        return entry;
    }

    private record Promise(
            @Nullable TimeStandard time, @Nullable String endsAt) {}

    private Promise promise(Block block, Names names) {
        if (!(block.take("janji") instanceof Yaml.Words)) return new Promise(block.time("janji"), null);
        Block promise = block.block("janji");
        if (promise == null) return new Promise(null, null);
        promise.need("waktu");
        TimeStandard time = promise.time("waktu");
        String endsAt = promise.text("sampai");
        promise.close();
        if (endsAt != null) names.step(endsAt, promise.line("sampai"), "Janji berakhir di langkah");
        return new Promise(time, endsAt);
    }
}

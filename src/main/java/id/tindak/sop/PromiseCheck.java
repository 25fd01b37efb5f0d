package id.tindak.sop;

import id.tindak.calendar.TimeStandard;
import id.tindak.calendar.TimeStandard.Basis;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the time of the main path with what is promised. Sums of different kinds (working minutes, working days,
 * wall-clock) are never added up: then a note gives the sums and a person judges.
 */
final class PromiseCheck {

    private final Sop sop;
    private final SopReader.Lines lines;
    private final Faults faults;

    PromiseCheck(Sop sop, SopReader.Lines lines, Faults faults) {
        this.sop = sop;
        this.lines = lines;
        this.faults = faults;
    }

    void run() {
        Map<Fault, List<String>> told = new LinkedHashMap<>();
        for (String channel : sop.channels().keySet()) {
            TimeStandard promise = sop.promise(channel);
            if (promise == null) continue;
            judge(channel, promise)
                    .ifPresent(fault -> told.computeIfAbsent(fault, none -> new ArrayList<>())
                            .add(channel));
        }
        told.forEach((fault, channels) -> {
            String sentence = fault.sentence().replace("%", Sentence.and(channels));
            if (fault.error()) faults.error(fault.line(), sentence);
            else faults.note(fault.line(), sentence);
        });
    }

    /** The sentence has a % where the channels are named: channels with the same way give one line. */
    private java.util.Optional<Fault> judge(String channel, TimeStandard promise) {
        int line = lines.promise(sop, channel);
        List<Step> path = sop.mainPath(channel);
        String end = sop.promiseEnd(channel).orElse("");
        int last = path.stream().map(Step::no).toList().indexOf(end);
        if (last < 0) {
            return end.isEmpty()
                    ? java.util.Optional.empty()
                    : java.util.Optional.of(new Fault(
                            line,
                            "Janji berakhir di langkah " + end + ", tetapi jalan utama kanal % tidak melewatinya.",
                            true));
        }
        Map<Basis, Integer> sums = sums(path.subList(0, last + 1));
        if (sums.isEmpty()) return java.util.Optional.empty();
        if (!sums.keySet().equals(java.util.Set.of(promise.basis()))) {
            return java.util.Optional.of(new Fault(
                    line,
                    "Janji \"" + promise.text() + "\" tidak dapat dibandingkan langsung dengan jalan utama kanal %: "
                            + words(sums) + ".",
                    false));
        }
        int sum = sums.getOrDefault(promise.basis(), 0);
        if (sum <= promise.amount()) return java.util.Optional.empty();
        return java.util.Optional.of(new Fault(
                line,
                "Jalan utama kanal % memakan " + words(sums) + ", lebih lama daripada janji \"" + promise.text()
                        + "\".",
                true));
    }

    /** The reporter's own time and what the program does at once are not the agency's time. */
    private Map<Basis, Integer> sums(List<Step> path) {
        Map<Basis, Integer> sums = new EnumMap<>(Basis.class);
        for (Step step : path) {
            TimeStandard time = step.time();
            if (time != null && !step.automatic() && !sop.byCitizen(step)) {
                sums.merge(time.basis(), time.amount(), Integer::sum);
            }
        }
        return sums;
    }

    private static String words(Map<Basis, Integer> sums) {
        return Sentence.and(sums.entrySet().stream()
                .map(sum -> switch (sum.getKey()) {
                    case WORKING_TIME -> Sentence.hours(sum.getValue()) + " kerja";
                    case WORKING_DAYS -> sum.getValue() + " hari kerja";
                    case WALL_CLOCK -> Sentence.hours(sum.getValue()) + " kalender";
                    case WALL_CLOCK_OPEN_DAYS -> Sentence.hours(sum.getValue()) + " pada hari kerja";
                })
                .toList());
    }
}

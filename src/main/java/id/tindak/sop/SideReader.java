package id.tindak.sop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the work beside the cases: {@code berkala} and {@code pengingat}. */
final class SideReader {

    private final Names names;
    private final Faults faults;

    SideReader(Names names, Faults faults) {
        this.names = names;
        this.faults = faults;
    }

    List<Periodic> periodics(List<Yaml> items) {
        List<Periodic> periodics = new ArrayList<>();
        for (Yaml item : items) {
            Block block = new Block(item, "\"berkala\"", faults);
            Periodic periodic = new Periodic(
                    block.text("no"),
                    block.needText("kegiatan"),
                    block.needText("pelaksana"),
                    block.text("kepada"),
                    every(block),
                    block.texts("kelengkapan"),
                    block.time("waktu"),
                    block.text("output"),
                    block.text("keterangan"),
                    item.line());
            block.close();
            names.actor(periodic.actor(), block.line("pelaksana"), "Pekerjaan berkala dikerjakan");
            String recipient = periodic.recipient();
            if (recipient != null) names.actor(recipient, block.line("kepada"), "Pekerjaan berkala disampaikan kepada");
            periodics.add(periodic);
        }
        return List.copyOf(periodics);
    }

    private Periodic.Every every(Block block) {
        String word = block.needText("setiap");
        Optional<Periodic.Every> every = Arrays.stream(Periodic.Every.values())
                .filter(known -> known.word().equals(word))
                .findFirst();
        if (every.isEmpty() && !word.isEmpty()) {
            String known = Arrays.stream(Periodic.Every.values())
                    .map(Periodic.Every::word)
                    .collect(Collectors.joining(", "));
            faults.error(block.line("setiap"), "\"setiap\" diisi salah satu dari: " + known + ".");
        }
        return every.orElse(Periodic.Every.MONTH);
    }

    List<ReminderRule> reminders(List<Yaml> items) {
        List<ReminderRule> reminders = new ArrayList<>();
        for (Yaml item : items) {
            Block block = new Block(item, "\"pengingat\"", faults);
            List<String> when = block.texts("saat");
            ReminderRule reminder = new ReminderRule(
                    block.text("no"),
                    block.needText("kegiatan"),
                    block.needText("oleh"),
                    block.texts("langkah"),
                    when.contains("menjelang"),
                    when.contains("lewat"),
                    block.time("waktu"),
                    block.text("keterangan"),
                    item.line());
            block.close();
            check(reminder, when, block);
            reminders.add(reminder);
        }
        return List.copyOf(reminders);
    }

    private void check(ReminderRule reminder, List<String> when, Block block) {
        names.actor(reminder.by(), block.line("oleh"), "Pengingat dikerjakan");
        reminder.steps().forEach(no -> names.step(no, block.line("langkah"), "Pengingat menyebut langkah"));
        if (reminder.steps().isEmpty())
            faults.error(block.line(), "Pengingat belum menyebut \"langkah\" yang diingatkan.");
        List<String> known = List.of("menjelang", "lewat");
        if (when.isEmpty() || !known.containsAll(when)) {
            faults.error(block.line("saat"), "\"saat\" pada pengingat diisi menjelang, lewat, atau keduanya.");
        }
    }
}

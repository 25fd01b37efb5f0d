package id.tindak.sop;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command {@code bin/sop}: checks, prints and exports SOP files without a database. */
public final class SopCommand {

    private static final String USAGE = """
            Pemakaian:
              bin/sop periksa BERKAS...        memeriksa berkas SOP; keluar dengan 1 bila ada kesalahan
              bin/sop cetak BERKAS > sop.html  mencetak tabel SOP AP sebagai halaman HTML (A4 melintang)
              bin/sop bpmn BERKAS > sop.bpmn   mengekspor sebagai BPMN 2.0""";

    private final PrintStream out;
    private final PrintStream err;

    SopCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new SopCommand(out, err).run(List.of(args)));
    }

    /** The exit code: 0 good, 1 faults in a file, 2 wrongly called. */
    int run(List<String> args) {
        if (args.size() < 2) return usage();
        List<String> files = args.subList(1, args.size());
        return switch (args.getFirst()) {
            case "periksa" -> check(files);
            case "cetak" -> files.size() == 1 ? export(files.getFirst(), SopTable::document) : usage();
            case "bpmn" -> files.size() == 1 ? export(files.getFirst(), Bpmn::xml) : usage();
            default -> usage();
        };
    }

    private int usage() {
        err.println(USAGE);
        return 2;
    }

    private int check(List<String> files) {
        boolean good = true;
        for (String file : files) good &= read(file, out).isPresent();
        return good ? 0 : 1;
    }

    private int export(String file, java.util.function.Function<Sop, String> form) {
        Optional<Sop> sop = read(file, err);
        sop.map(form).ifPresent(out::print);
        out.flush();
        return sop.isPresent() ? 0 : 1;
    }

    /** Tells the faults, and the notes marked as such, one a line: FILE:LINE: sentence. */
    private Optional<Sop> read(String file, PrintStream to) {
        String text;
        try {
            text = Files.readString(Path.of(file));
        } catch (NoSuchFileException missing) {
            to.println(file + ":1: Berkas tidak ditemukan.");
            return Optional.empty();
        } catch (CharacterCodingException notText) {
            to.println(file + ":1: Berkas bukan teks UTF-8. Simpan kembali sebagai UTF-8.");
            return Optional.empty();
        } catch (IOException unreadable) {
            to.println(file + ":1: Berkas tidak dapat dibaca.");
            return Optional.empty();
        }
        List<Fault> faults = new ArrayList<>();
        Optional<Sop> sop = Optional.empty();
        switch (SopFile.read(text)) {
            case SopFile.Valid valid -> {
                faults.addAll(valid.notes());
                sop = Optional.of(valid.sop());
            }
            case SopFile.Invalid invalid -> faults.addAll(invalid.faults());
        }
        for (Fault fault : faults) {
            to.println(file + ":" + fault.line() + ": " + (fault.error() ? "" : "catatan: ") + fault.sentence());
        }
        return sop;
    }
}

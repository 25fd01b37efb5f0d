package id.tindak.sop;

import java.util.List;

/** A YAML document as a tree that knows its lines: nothing is converted, <code>no: 1e3</code> stays the text "1e3". */
sealed interface Yaml {

    int line();

    /** @param value as written, quotes and folding undone; empty when nothing was written */
    record Text(int line, String value) implements Yaml {}

    record Items(int line, List<Yaml> items) implements Yaml {}

    record Words(int line, List<Word> words) implements Yaml {}

    record Word(int line, String key, Yaml value) {}
}

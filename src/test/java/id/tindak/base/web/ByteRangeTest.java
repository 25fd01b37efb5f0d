package id.tindak.base.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 9110, section 14: which part of a file is asked for. */
class ByteRangeTest {

    @Test
    void aPartIsAskedForByItsEndsByItsBeginningOrFromTheEnd() {
        assertThat(ByteRange.read("bytes=0-0", 10)).isEqualTo(new ByteRange(0, 0));
        assertThat(ByteRange.read("bytes=0-", 10)).isEqualTo(new ByteRange(0, 9));
        assertThat(ByteRange.read("bytes=4-99", 10)).isEqualTo(new ByteRange(4, 9));
        assertThat(ByteRange.read("bytes=-3", 10)).isEqualTo(new ByteRange(7, 9));
        assertThat(ByteRange.read("bytes=-99", 10)).isEqualTo(new ByteRange(0, 9));
    }

    @Test
    void whatIsNoPartMeansTheWholeFile() {
        for (String header :
                List.of("", "bytes=", "bytes=-", "bytes=5-2", "bytes=0-1,3-4", "items=0-1", "bytes=a-b", "bytes=-1-2"))
            assertThat(ByteRange.read(header, 10)).as(header).isNull();
        assertThat(ByteRange.read(null, 10)).isNull();
        assertThat(ByteRange.read("bytes=" + "9".repeat(40) + "-", 10)).isNull();
    }

    @Test
    void beyondTheEndThereIsNone() {
        assertThat(ByteRange.read("bytes=10-", 10).none()).isTrue();
        assertThat(ByteRange.read("bytes=-0", 10).none()).isTrue();
        assertThat(ByteRange.read("bytes=999-1000", 10).none()).isTrue();
    }

    @Test
    void whateverIsAskedForLiesInsideTheFile() {
        qt().forAll(
                        integers().between(0, 50),
                        integers().between(0, 50),
                        integers().between(1, 40))
                .check((a, b, length) -> {
                    ByteRange r = ByteRange.read("bytes=" + a + "-" + b, length);
                    return r == null
                            ? b < a
                            : r.none() ? a >= length : r.first() == a && r.last() < length && r.length() > 0;
                });
    }
}

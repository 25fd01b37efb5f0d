package id.tindak.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of a receipt printed in advance, as people write it. */
class BlankNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"K-0012/2026", "k12/2026", "0012", "12", " K-12 ", "000012/2026"})
    void isReadAsPeopleWriteIt(String typed) {
        assertThat(BlankNumber.parse(typed, 2026)).contains(new BlankNumber(2026, 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "K-", "0", "K-0000", "12/26", "-12", "12a", "1234567", "12/2026/1", "99999999999999999999"})
    void isNothingElse(String typed) {
        assertThat(BlankNumber.parse(typed, 2026)).isEmpty();
    }

    @Test
    void isPrintedSoThatItIsReadAgain() {
        BlankNumber number = new BlankNumber(2026, 7);
        assertThat(number).hasToString("K-0007/2026");
        assertThat(BlankNumber.parse(number.toString(), 1999)).contains(number);
    }
}

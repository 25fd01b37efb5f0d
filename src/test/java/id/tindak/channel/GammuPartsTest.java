package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which part of which message an SMS is, by the header that comes with it (3GPP TS 23.040). */
class GammuPartsTest {

    @Test
    void theReferenceHasOneByteOrTwo() {
        assertThat(Gammu.Part.of("050003330201")).isEqualTo(new Gammu.Part("33", 2, 1));
        assertThat(Gammu.Part.of("06080412AB0503")).isEqualTo(new Gammu.Part("12ab", 5, 3));
    }

    @Test
    void whatElseTheHeaderSaysIsPassedOver() {
        assertThat(Gammu.Part.of("0B0504158200000003C10302")).isEqualTo(new Gammu.Part("c1", 3, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "06050415820000", "0500033302", "zz", "05FF0333020102", "0500"})
    void anythingElseIsAMessageOfItsOwn(String header) {
        assertThat(Gammu.Part.of(header)).isNull();
    }
}

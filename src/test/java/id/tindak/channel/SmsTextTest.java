package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an SMS costs (3GPP TS 23.038). */
class SmsTextTest {

    @Test
    void aPartHoldsAHundredAndSixtyPlainLettersAndSeveralHoldLess() {
        assertThat(SmsText.of("a".repeat(160)).parts()).isEqualTo(1);
        assertThat(SmsText.of("a".repeat(161)).parts()).isEqualTo(2);
        assertThat(SmsText.of("a".repeat(306)).parts()).isEqualTo(2);
        assertThat(SmsText.of("a".repeat(307)).parts()).isEqualTo(3);
    }

    @Test
    void oneLetterBeyondTheAlphabetMakesThemAllWide() {
        assertThat(SmsText.of("🙏" + "a".repeat(68))).satisfies(t -> {
            assertThat(t.unicode()).isTrue();
            assertThat(t.parts()).isEqualTo(1);
        });
        assertThat(SmsText.of("🙏" + "a".repeat(69)).parts()).isEqualTo(2);
    }

    @Test
    void bracesAndTheEuroCostTwo() {
        assertThat(SmsText.of("{" + "a".repeat(158)).parts()).isEqualTo(1);
        assertThat(SmsText.of("{" + "a".repeat(159)).parts()).isEqualTo(2);
    }

    @Test
    void typographyIsMadePlain() {
        assertThat(SmsText.of("“Aduan” Anda – no. 7 – kami terima…"))
                .isEqualTo(new SmsText("\"Aduan\" Anda - no. 7 - kami terima...", false, 1));
    }
}

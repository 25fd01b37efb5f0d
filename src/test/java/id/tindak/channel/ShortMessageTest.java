package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import id.tindak.channel.ShortMessage.Ask;
import id.tindak.channel.ShortMessage.Complete;
import id.tindak.channel.ShortMessage.Help;
import id.tindak.channel.ShortMessage.Rate;
import id.tindak.channel.ShortMessage.Withdraw;
import id.tindak.channel.ShortMessage.Words;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "kodeSKPD (Spasi) # isi Saran" as citizens really type it (SOP Layanan SMS/WA, step 1). */
class ShortMessageTest {

    private static final Map<String, String> UNITS =
            Map.of("DISHUB", "DISHUB", "PERHUBUNGAN", "DISHUB", "DPUPR", "DPUPR", "PU", "DPUPR", "DINKES", "DINKES");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DISHUB # Lampu merah perempatan mati",
                "dishub# Lampu merah perempatan mati",
                "Dishub #Lampu merah perempatan mati",
                "#DISHUB Lampu merah perempatan mati",
                "# dishub Lampu merah perempatan mati",
                "  DISHUB   ＃   Lampu merah   perempatan mati ",
                "Dis-hub # Lampu merah perempatan mati",
                "PERHUBUNGAN # Lampu merah perempatan mati",
                "DISHUB\u200b # Lampu merah perempatan mati"
            })
    void aKnownCodeIsUnderstoodHoweverItIsTyped(String typed) {
        assertThat(ShortMessage.read(typed, UNITS)).isInstanceOfSatisfying(Words.class, w -> {
            assertThat(w.unit()).isEqualTo("DISHUB");
            assertThat(w.text()).isEqualTo("Lampu merah perempatan mati");
        });
    }

    @Test
    void onlyTheFirstSignDividesAndTheLinesStay() {
        assertThat(ShortMessage.read("DPUPR # Jalan RT 3 # RW 5 rusak\nMohon ditambal", UNITS))
                .isEqualTo(new Words("DPUPR", null, true, "Jalan RT 3 # RW 5 rusak\nMohon ditambal"));
    }

    @Test
    void aCodeThatIsAlmostRightIsSuggestedAndNeverAssumed() {
        assertThat(ShortMessage.read("DISHUP # Lampu merah mati", UNITS))
                .isEqualTo(new Words(null, "DISHUB", true, "DISHUP # Lampu merah mati"));
        assertThat(ShortMessage.read("#DISHUP Lampu merah mati", UNITS))
                .isEqualTo(new Words(null, "DISHUB", true, "#DISHUP Lampu merah mati"));
        assertThat(ShortMessage.read("BAPPEDA # Lampu merah mati", UNITS))
                .isEqualTo(new Words(null, null, true, "BAPPEDA # Lampu merah mati"));
        assertThat(ShortMessage.read("Dinkas lambat melayani warga", UNITS))
                .as("without the sign a first word is a word")
                .isEqualTo(new Words(null, null, false, "Dinkas lambat melayani warga"));
    }

    @Test
    void aPlaceBeforeTheSignStaysWithTheComplaint() {
        assertThat(ShortMessage.read("Jl Mawar # lampu mati sejak Jumat", UNITS))
                .isEqualTo(new Words(null, null, true, "Jl Mawar # lampu mati sejak Jumat"));
    }

    @Test
    void withoutTheSignOnlyACodeInCapitalsCountsAndNoWordIsCutOff() {
        assertThat(ShortMessage.read("DISHUB Lampu merah mati", UNITS))
                .isEqualTo(new Words("DISHUB", null, false, "DISHUB Lampu merah mati"));
        for (String complained : new String[] {"Dinkes tidak melayani warga", "DINKES TIDAK MELAYANI WARGA"})
            assertThat(ShortMessage.read(complained, UNITS))
                    .as("who is complained of is not who gets it")
                    .isEqualTo(new Words(null, null, false, complained));
    }

    @Test
    void aSentenceBeforeTheSignIsNoCode() {
        assertThat(ShortMessage.read("Pak, jalan di gang #3 rusak parah", UNITS))
                .isEqualTo(new Words(null, null, false, "Pak, jalan di gang #3 rusak parah"));
    }

    @Test
    void whereTheSopKnowsNoCodesTheWholeMessageIsTheComplaint() {
        assertThat(ShortMessage.read("PU # Jalan rusak parah sekali", Map.of()))
                .isEqualTo(new Words(null, null, false, "PU # Jalan rusak parah sekali"));
    }

    @Test
    void wordsOfTheServiceAreKnown() {
        assertThat(ShortMessage.read("cek srn-261122-7KQ2", UNITS)).isEqualTo(new Ask("SRN-261122-7KQ2"));
        assertThat(ShortMessage.read("BATAL SRN-261122-7KQ2", UNITS)).isEqualTo(new Withdraw("SRN-261122-7KQ2"));
        assertThat(ShortMessage.read("Nilai SRN-261122-7KQ2 4", UNITS)).isEqualTo(new Rate("SRN-261122-7KQ2", 4));
        assertThat(ShortMessage.read("LENGKAPI SRN-261122-7KQ2 # Jalan Mawar 3", UNITS))
                .isEqualTo(new Complete("SRN-261122-7KQ2", "Jalan Mawar 3"));
        assertThat(ShortMessage.read("info", UNITS)).isEqualTo(new Help(true));
    }

    @Test
    void aWordOfTheServiceInASentenceIsASentence() {
        assertThat(ShortMessage.read("Batal SRN-261122-7KQ2 karena petugas tidak datang", UNITS))
                .isInstanceOf(Words.class);
        assertThat(ShortMessage.read("NILAI SRN-261122-7KQ2 9", UNITS)).isInstanceOf(Words.class);
        assertThat(ShortMessage.read("Cek jalan di depan rumah saya", UNITS)).isInstanceOf(Words.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "halo", "p", "DISHUB #", "DISHUB # rusak", "🙏🙏🙏🙏🙏🙏🙏🙏🙏🙏🙏🙏", "?????????????"
            })
    void whatSaysTooLittleAsksForHelp(String typed) {
        assertThat(ShortMessage.read(typed, UNITS)).isEqualTo(new Help(false));
    }

    @Test
    void whateverIsTypedIsReadAndNoWordOfItIsLost() {
        qt().forAll(strings().allPossible().ofLengthBetween(0, 200)).checkAssert(typed -> {
            if (ShortMessage.read(typed, UNITS) instanceof Words w)
                assertThat(ShortMessage.plain(typed)).contains(w.text());
        });
    }
}

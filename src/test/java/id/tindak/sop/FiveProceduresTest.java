package id.tindak.sop;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.calendar.TimeStandard;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The five procedures that the vocabulary was made from. */
class FiveProceduresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"000-sipesut-kukar", "001-sms-wa", "002-dprd-pasuruan", "003-mojokerto", "004-cilacap-laporbup"})
    void each_is_on_the_class_path_and_valid(String name) {
        assertThat(SopFile.read(SopTexts.shipped(name))).isInstanceOf(SopFile.Valid.class);
    }

    @Test
    void the_main_path_of_cilacap_takes_exactly_what_is_promised() {
        Sop sop = SopTexts.sop("004-cilacap-laporbup");
        List<Step> path = sop.mainPath("web");
        assertThat(path).extracting(Step::no).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        int minutes = path.stream()
                .map(Step::time)
                .filter(time -> time != null)
                .mapToInt(TimeStandard::amount)
                .sum();
        assertThat(minutes).isEqualTo(135);
        assertThat(sop.promise("web")).isEqualTo(TimeStandard.parse("2 jam 15 menit"));
        assertThat(sop.promiseEnd("web")).contains("7");
    }
}

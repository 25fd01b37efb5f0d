package id.tindak.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hangs below a reply is found, however the mail program writes it, and nothing of it is lost. */
class QuotedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, 23 Nov 2026 at 09:00, DPRD <aduan@dprd.contoh.id> wrote:\n> Aduan Anda",
                "On Mon, 23 Nov 2026 at 09:00, DPRD Kabupaten Pasuruan\n<aduan@dprd.contoh.id> wrote:\n> Aduan Anda",
                "Pada tanggal Sen, 23 Nov 2026 09.00, DPRD menulis:\n\n> Aduan Anda",
                "-----Original Message-----\nFrom: DPRD\nAduan Anda",
                "________________________________\nFrom: DPRD\nAduan Anda",
                "Dari: DPRD\nDikirim: Senin, 23 November 2026\nAduan Anda",
                "> Aduan Anda\n> sudah kami terima\n"
            })
    void theReplyStandsAndTheOlderMailIsFolded(String older) {
        Quoted q = Quoted.of(Quoted.marked("Masih berlubang.\nMohon ditambal.\n\n" + older));
        assertThat(q.said()).isEqualTo("Masih berlubang.\nMohon ditambal.");
        assertThat(q.older()).startsWith(">").contains("Aduan Anda");
        assertThat(q.older().lines()).allMatch(l -> l.startsWith(">") || l.isBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jalan rusak.",
                "> hanya kutipan\n> tanpa kata sendiri",
                "---------- Forwarded message ----------\nFrom: Ani\nJalan rusak di Gempol.",
                "Kata kepala desa:\n> jalan itu urusan kabupaten\nMohon penjelasan.",
                "Dari: Gempol\nke Pandaan jalannya rusak.",
                ""
            })
    void whatIsNotAReplyStaysAsItIs(String mail) {
        assertThat(Quoted.marked(mail)).isEqualTo(mail.strip());
    }

    @Test
    void aTextThatIsNoMailHasNothingToFold() {
        assertThat(Quoted.of("Jalan rusak.\n\n")).isEqualTo(new Quoted("Jalan rusak.\n\n", ""));
    }
}

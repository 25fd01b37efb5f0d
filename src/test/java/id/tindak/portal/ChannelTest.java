package id.tindak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.handling.Elected;
import id.tindak.sop.Actor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of an SOP become links only where they are what they look like; elected persons are known by their office. */
class ChannelTest {

    @ParameterizedTest
    @CsvSource({
        "whatsapp, 085290082800, https://wa.me/6285290082800",
        "whatsapp, +62 852-9008-2800, https://wa.me/6285290082800",
        "email, aduan@contoh.go.id, mailto:aduan@contoh.go.id",
        "telepon, (0343) 744122, tel:0343744122",
        "instagram, @dprd_kabpasuruan, https://www.instagram.com/dprd_kabpasuruan",
        "lapor, lapor.go.id, https://lapor.go.id",
        "facebook, https://contoh.id/x?y=1, https://contoh.id/x?y=1"
    })
    void anAddressIsALink(String kind, String address, String href) {
        assertThat(Channel.href(kind, address)).isEqualTo(href);
    }

    @ParameterizedTest
    @CsvSource({
        "whatsapp, javascript:alert(1)",
        "lapor, javascript:alert(1)",
        "facebook, 'data:text/html,x'",
        "facebook, 'https://contoh.id/\" onclick=x'",
        "email, 'x@y.id\" onclick=x'",
        "telepon, (0343) 744122 – 744123",
        "surat, Jalan Raya Raci Bangil"
    })
    void anythingElseIsText(String kind, String address) {
        assertThat(Channel.href(kind, address)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ketua DPRD",
                "Wakil Ketua DPRD Kabupaten Pasuruan",
                "Anggota Dewan",
                "Komisi II DPRD",
                "Bupati",
                "Wali Kota"
            })
    void noStopwatchIsHeldToTheElected(String name) {
        assertThat(Elected.is(actor(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sekretaris DPRD",
                "Admin Utama",
                "Kepala OPD",
                "Ketua",
                "Anggota Tim SMS",
                "Bagian TU Sekretariat DPRD"
            })
    void butToOfficersItIs(String name) {
        assertThat(Elected.is(actor(name))).isFalse();
    }

    private static Actor actor(String name) {
        return new Actor("x", name, Actor.From.AGENCY, null, null);
    }
}

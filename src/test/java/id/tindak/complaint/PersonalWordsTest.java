package id.tindak.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The reporter's data in a text that others will read. */
class PersonalWordsTest {

    private static final Reporter SITI =
            Reporter.person("Hj. Siti Aminah", "Jalan Melati 14, RT 03", "0812-0000-3390", "siti@contoh.invalid");

    @Test
    void nameAddressNumberAndMailAreFoundAndShownMasked() {
        assertThat(PersonalWords.in(SITI, "Ibu SITI, hubungi +62 812 0000 3390.", true))
                .containsExactly("•••• •••• 390", "S.");
        assertThat(PersonalWords.in(SITI, "Rumah di jalan melati 14,  RT 03 (siti@contoh.invalid)", true))
                .contains("•••", "•••@•••")
                .noneMatch(found -> found.contains("elati") || found.contains("contoh"));
    }

    @Test
    void whatOnlyBeginsLikeANameIsNone() {
        assertThat(PersonalWords.in(SITI, "Situs itu memuat Sitinjau dan Aminahan.", true))
                .isEmpty();
    }

    @Test
    void anOrdinaryWordMayStayWhereItWasSaidToBeNoName() {
        String street = "Perumahan Siti Indah dibangun tahun 2020.";
        assertThat(PersonalWords.in(SITI, street, true)).containsExactly("S.");
        assertThat(PersonalWords.in(SITI, street, false)).isEmpty();
        assertThat(PersonalWords.in(SITI, "Telepon 081200003390", false))
                .as("a number is never ordinary")
                .hasSize(1);
    }

    @Test
    void withoutItTheTextIsTheSame() {
        assertThat(PersonalWords.without(SITI, "Ibu Siti Aminah, puskesmas buka sampai sore; 0812-0000-3390."))
                .isEqualTo("Ibu … …, puskesmas buka sampai sore; ….");
        assertThat(PersonalWords.without(Reporter.NOBODY, "Puskesmas buka.")).isEqualTo("Puskesmas buka.");
    }
}

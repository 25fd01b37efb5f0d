package id.tindak.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The same form sent twice is one submission; what was rewritten is another. */
class SubmissionKeyTest {

    @Test
    void everyFormHasAKeyOfItsOwn() {
        assertThat(SubmissionKey.fresh()).matches("[A-Za-z0-9_-]{12}").isNotEqualTo(SubmissionKey.fresh());
    }

    @Test
    void theSameTextsUnderTheSameKeyAreOneSubmission() {
        String key = SubmissionKey.fresh();
        assertThat(SubmissionKey.of(key, "a", "b")).isEqualTo(SubmissionKey.of(key, "a", "b"));
        assertThat(SubmissionKey.of(key, "a", "b")).isNotEqualTo(SubmissionKey.of(key, "a", "c"));
        assertThat(SubmissionKey.of(key, "a", "b")).isNotEqualTo(SubmissionKey.of(SubmissionKey.fresh(), "a", "b"));
    }

    @Test
    void aKeyThatNoFormOfOursHasIsLeftAside() {
        assertThat(SubmissionKey.of("'; drop", "a")).isNotEqualTo(SubmissionKey.of("'; drop", "a"));
    }
}

package org.answerloop.gap.model;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How a topic is called. */
class KeyPhrasesTest {

    private static final List<String> BICYCLES = List.of(
            "Can I take my bicycle on board?", "May I bring a bicycle on board?", "Is a bicycle on board okay?");
    private static final List<String> OTHERS = List.of(
            "Can I get a refund?",
            "May I change my ticket?",
            "Is a dog okay?",
            "Can I take a dog?",
            "Where can I park my car?",
            "Can I bring my car?",
            "Is there a restaurant?",
            "May I take my own food?",
            "Is it okay to smoke?",
            "Can I pay by card?");

    @Test
    void phrases_are_what_the_topic_says_and_others_do_not() {
        assertThat(phrases().of(BICYCLES, 3)).first().asString().contains("bicycle");
        assertThat(phrases().of(BICYCLES, 3)).noneMatch(phrase -> phrase.equals("can") || phrase.equals("may"));
    }

    @Test
    void no_phrase_repeats_a_word_of_another() {
        assertThat(phrases().of(BICYCLES, 3))
                .filteredOn(phrase -> phrase.contains("bicycle"))
                .hasSize(1);
    }

    @Test
    void a_topic_is_called_after_a_short_question_of_its_middle() {
        TopicName name = TopicName.of(BICYCLES, phrases());

        assertThat(name.title()).isEqualTo("Is a bicycle on board okay?");
        assertThat(TopicName.of(List.of("x".repeat(299) + "😀"), phrases()).title())
                .isEqualTo("x".repeat(299));
        assertThat(TopicName.of(List.of(), phrases()).title()).isEmpty();
    }

    @Test
    void regions_make_no_difference_to_a_language() {
        assertThat(QuestionLanguage.of("en-GB")).isEqualTo("en");
        assertThat(QuestionLanguage.of("FR")).isEqualTo("fr");
        assertThat(QuestionLanguage.of(null)).isEqualTo("und");
        assertThat(QuestionLanguage.of("?")).isEqualTo("und");
    }

    private static KeyPhrases phrases() {
        KeyPhrases phrases = new KeyPhrases();
        BICYCLES.forEach(phrases::count);
        OTHERS.forEach(phrases::count);
        return phrases;
    }
}

package org.answerloop.sample.model;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Hello, |Can I pay later?|Hello, can I pay later?",
                "Petite question : |À quelle heure ?|Petite question : à quelle heure ?",
                "Bonjour, |Il me faut une facture|Bonjour, il me faut une facture",
                "Hi, |I need an invoice|Hi, I need an invoice",
                "Hi, |I'd like to pay|Hi, I'd like to pay",
                "Hi, |Is it late?|Hi, is it late?",
                "Hi, |QA run|Hi, QA run",
                "Hi, |30 minutes?|Hi, 30 minutes?",
                "Hi there! |Can I pay later?|Hi there! Can I pay later?",
                "Good morning. |Can I pay later?|Good morning. Can I pay later?"
            })
    void aTextGoesOnSmallWhereItsOpenerDoesNotEndASentence(String opener, String text, String message) {
        assertThat(Wording.after(opener, text, Locale.FRENCH)).isEqualTo(message);
    }

    @Test
    void aTextEndsBeforeWhatComesAfterIt() {
        assertThat(Wording.before("We travel a day later", "\n\nBest wishes"))
                .isEqualTo("We travel a day later.\n\nBest wishes");
        assertThat(Wording.before("When?", " Thanks!")).isEqualTo("When? Thanks!");
        assertThat(Wording.before("My card was refused", "")).isEqualTo("My card was refused");
    }
}

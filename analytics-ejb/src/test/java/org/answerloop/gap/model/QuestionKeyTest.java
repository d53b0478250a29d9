package org.answerloop.gap.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionKeyTest {

    @ParameterizedTest(name = "\"{0}\" is \"{1}\"")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                // English
                "Can I take my bike?|can i take my bike",
                "  can I take\tmy bike ?!|can i take my bike",
                "CAN I TAKE MY BIKE|can i take my bike",
                "What's the fare for 2 adults?|whats the fare for 2 adults",
                "Whats the fare for 2 adults|whats the fare for 2 adults",
                "e-mail vs. e\u2011mail - or e—mail|e mail vs e mail or e mail",
                "Is it 1-0 or 10?|is it 1 0 or 10",
                "Hello,can I go?Thanks|hello can i go thanks",
                "can\u200B I take my bi\u00ADke|can i take my bike",
                "The price is 10 € + 5 %…|the price is 10 5",
                "ﬁnd my ﬂight №３|find my flight no3",
                // French: accents stay, in one form
                "Où est mon billet\u00A0?|où est mon billet",
                "Où puis-je payer ?|où puis je payer",
                "Ou\u0300 est mon billet ?|où est mon billet",
                "« L’été, ça va ? »|lété ça va",
                "ŒUVRE À L'ÉCOLE|œuvre à lécole",
                // Not Latin
                "チケットを変更できますか？|チケットを変更できますか",
                "ﾁｹｯﾄを変更できますか|チケットを変更できますか",
                "Где мой БИЛЕТ?|где мой билет",
                "أين تذكرتي؟|أين تذكرتي",
                "می\u200Cخواهم|میخواهم",
                "मेरा टिकट कहाँ है?|मेरा टिकट कहाँ है",
                // Signs alone
                "?!|?!",
            })
    void spelling_it_another_way_does_not_make_another_question(String asked, String normalised) {
        assertThat(QuestionKey.normalise(asked)).isEqualTo(normalised);
    }

    @Test
    void a_key_is_43_characters_that_are_safe_in_an_address() {
        assertThat(QuestionKey.of("Can I take my bike?"))
                .isEqualTo(QuestionKey.of("can i take my BIKE"))
                .matches("[A-Za-z0-9_-]{43}");
    }

    @ParameterizedTest
    @CsvSource({"Is it 2 or 3?, Is it 2 or 4?", "où, ou", "? , !", "Can I go, Can I not go"})
    void another_letter_accent_or_digit_makes_another_question(String one, String other) {
        assertThat(QuestionKey.of(one)).isNotEqualTo(QuestionKey.of(other));
    }
}

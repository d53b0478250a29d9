package org.answerloop.web.reporting;

import java.time.ZoneId;
import java.util.Locale;

import org.answerloop.wording.Formats;
import org.answerloop.wording.Labels;

/** The sentences as an English page in Paris has them. */
final class EnglishTexts {

    private EnglishTexts() {}

    static Texts texts() {
        return new Texts(
                Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneId.of("Europe/Paris")), new Labels(Locale.ENGLISH));
    }
}

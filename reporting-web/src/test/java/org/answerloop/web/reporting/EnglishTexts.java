package org.answerloop.web.reporting;

import java.time.ZoneId;
import java.util.Locale;

import org.answerloop.web.format.Formats;
import org.answerloop.web.format.Labels;

/** The sentences as an English page in Paris has them. */
final class EnglishTexts {

    private EnglishTexts() {}

    static Texts texts() {
        return new Texts(
                Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneId.of("Europe/Paris")), new Labels(Locale.ENGLISH));
    }
}

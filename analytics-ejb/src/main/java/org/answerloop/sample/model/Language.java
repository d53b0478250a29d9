package org.answerloop.sample.model;

import java.util.Locale;

/** A language in which the visitors of the sample write. */
enum Language {
    ENGLISH(Locale.ENGLISH),
    FRENCH(Locale.FRENCH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /** BCP 47. */
    String tag() {
        return locale.toLanguageTag();
    }

    /** The one of the two texts that is in this language. */
    <T> T choose(T english, T french) {
        return this == ENGLISH ? english : french;
    }
}

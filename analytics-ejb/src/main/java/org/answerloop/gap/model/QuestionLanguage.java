package org.answerloop.gap.model;

import java.util.Locale;

/** Which questions are grouped together: those of one language, whatever its region. */
public final class QuestionLanguage {

    /** BCP 47 for a language that nobody told. */
    public static final String UNKNOWN = "und";

    private QuestionLanguage() {}

    /** @param tag as the source told it; null where it did not */
    public static String of(String tag) {
        String language = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
        return language.isEmpty() ? UNKNOWN : language;
    }
}

package org.answerloop.wording;

import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages that the pages are written in. A locale comes from here and never from what a request says. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH),
    FRENCH("fr", Locale.FRENCH);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** The language's BCP 47 code, as in {@code lang} attributes and in the cookie. */
    public String getCode() {
        return code;
    }

    /** The key of its name in the bundle. */
    public String getTitleKey() {
        return "language." + code;
    }

    /** What stands on its button. */
    public String getLabel() {
        return code.toUpperCase(Locale.ROOT);
    }

    /** The locale that texts, numbers and dates are written in. */
    public Locale getLocale() {
        return locale;
    }

    /** The language of that code, if it is one of ours. */
    public static Optional<Language> of(String code) {
        return Stream.of(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /** The first of the preferred locales that we speak; English where there is none. */
    public static Language preferred(Enumeration<Locale> locales) {
        while (locales.hasMoreElements()) {
            Optional<Language> spoken = of(locales.nextElement().getLanguage());
            if (spoken.isPresent()) {
                return spoken.get();
            }
        }
        return ENGLISH;
    }
}

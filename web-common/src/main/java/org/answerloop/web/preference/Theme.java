package org.answerloop.web.preference;

import java.util.Optional;
import java.util.stream.Stream;

/** Light, dark, or whatever the person's system says. */
public enum Theme {
    LIGHT("light"),
    DARK("dark"),
    SYSTEM("system");

    private final String code;

    Theme(String code) {
        this.code = code;
    }

    /** The word that stands in the cookie and in the {@code data-theme} attribute. */
    public String getCode() {
        return code;
    }

    /** The key of its name in the bundle. */
    public String getTitleKey() {
        return "theme." + code;
    }

    /** The theme of that code, if it is one of ours. */
    public static Optional<Theme> of(String code) {
        return Stream.of(values()).filter(theme -> theme.code.equals(code)).findFirst();
    }
}

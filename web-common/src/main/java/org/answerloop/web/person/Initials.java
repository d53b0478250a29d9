package org.answerloop.web.person;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Two letters for a person: of the first two words of the name, or the first two of its only word. */
final class Initials {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Initials() {}

    /** The initials of a user name; what follows an {@code @} is no part of the name. */
    static String of(String userName) {
        String name = userName.split("@", 2)[0];
        String letters = BETWEEN_WORDS
                .splitAsStream(name)
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
        if (letters.codePointCount(0, letters.length()) == 1 && name.codePointCount(0, name.length()) > 1) {
            letters = name.substring(0, name.offsetByCodePoints(0, 2));
        }
        return letters.toUpperCase(Locale.ROOT);
    }
}

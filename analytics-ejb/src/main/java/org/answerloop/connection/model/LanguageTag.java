package org.answerloop.connection.model;

import java.util.IllformedLocaleException;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** A language as a platform writes it, where it is BCP 47 or close to it. */
final class LanguageTag {

    private LanguageTag() {}

    /** Null where there is none: no conversation is refused for its language. */
    static String of(JsonNode value) {
        return Payload.text(value).map(LanguageTag::wellFormed).orElse(null);
    }

    private static String wellFormed(String text) {
        try {
            String tag = new Locale.Builder()
                    .setLanguageTag(text.replace('_', '-'))
                    .build()
                    .toLanguageTag();
            return "und".equals(tag) ? null : tag;
        } catch (IllformedLocaleException e) {
            return null;
        }
    }
}

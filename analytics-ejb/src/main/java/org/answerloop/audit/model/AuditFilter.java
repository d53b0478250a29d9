package org.answerloop.audit.model;

import java.time.Instant;

/**
 * Which entries a list holds; null for all.
 *
 * @param words part of who, what, to what, or of what was there before or after, in upper or lower case
 * @param area the beginning of the actions, such as {@code answer}
 * @param from included
 * @param to excluded
 */
public record AuditFilter(String words, String area, Instant from, Instant to) {

    public AuditFilter {
        words = blankToNull(words);
        area = blankToNull(area);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip().replace('\0', '\uFFFD');
    }
}

package org.answerloop.web.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.answerloop.kernel.UnknownCursorException;

/**
 * The page of a list that an address asks for; where that is not there, or no longer, the first.
 *
 * @param <T> how the service hands out a page
 * @param list what was read
 * @param after where it begins; null on the first
 */
record AskedPage<T>(T list, String after) {

    /**
     * Reads it, and the first where it has to.
     *
     * @param asked where the page begins; null or blank for the first
     * @param reading asks the service for the page that begins there
     * @param rows what stands on a page
     */
    static <T> AskedPage<T> read(String asked, Function<String, T> reading, Function<T, List<?>> rows) {
        return Optional.ofNullable(asked)
                .filter(cursor -> !cursor.isBlank())
                .flatMap(cursor -> behind(cursor, reading))
                .filter(page -> !rows.apply(page).isEmpty())
                .map(page -> new AskedPage<>(page, asked))
                .orElseGet(() -> new AskedPage<>(reading.apply(null), null));
    }

    private static <T> Optional<T> behind(String cursor, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(cursor));
        } catch (UnknownCursorException e) {
            return Optional.empty();
        }
    }
}

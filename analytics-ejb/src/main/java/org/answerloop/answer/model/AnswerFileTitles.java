package org.answerloop.answer.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.answerloop.kernel.SpreadsheetText;

/**
 * The title line of a file of short answers: which column stands where.
 *
 * @param places of the columns that are there
 * @param cells how many cells a line has
 * @param unknown how many columns nobody knows, or are there twice
 */
public record AnswerFileTitles(Map<AnswerFileColumn, Integer> places, int cells, int unknown) {

    public static AnswerFileTitles of(List<String> titles) {
        Map<AnswerFileColumn, Integer> places = new EnumMap<>(AnswerFileColumn.class);
        int unknown = 0;
        for (int i = 0; i < titles.size(); i++) {
            String title = titles.get(i).strip().toLowerCase(Locale.ROOT);
            int place = i;
            boolean isNew = Stream.of(AnswerFileColumn.values())
                    .filter(column -> column.title().equals(title))
                    .anyMatch(column -> places.putIfAbsent(column, place) == null);
            unknown += isNew ? 0 : 1;
        }
        return new AnswerFileTitles(places, titles.size(), unknown);
    }

    /** A column that nobody knows is refused rather than passed over: what it says would be lost without a word. */
    public boolean areUsable() {
        return unknown == 0
                && Stream.of(AnswerFileColumn.values())
                        .filter(AnswerFileColumn::isNeeded)
                        .allMatch(places::containsKey);
    }

    /** @throws UnusableAnswerException where the line has more cells or fewer */
    public Map<AnswerFileColumn, String> cells(List<String> line) {
        if (line.size() != cells) {
            throw new UnusableAnswerException(UnusableAnswerException.Reason.CELLS);
        }
        Map<AnswerFileColumn, String> byColumn = new EnumMap<>(AnswerFileColumn.class);
        places.forEach((column, place) -> byColumn.put(column, SpreadsheetText.original(line.get(place))));
        return byColumn;
    }

    /** What the line asks, as far as it can be read. */
    public String question(List<String> line) {
        int place = places.get(AnswerFileColumn.QUESTION);
        return place < line.size() ? line.get(place) : "";
    }
}

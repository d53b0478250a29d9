package org.answerloop.export.model;

import java.util.List;

import org.answerloop.report.model.HandledParts;

/** What the handled conversations of each bucket came to, beside their number: as columns, and as bars on each other. */
final class HandledColumns {

    private final HandledParts parts;
    private final ExportTexts texts;

    HandledColumns(HandledParts parts, ExportTexts texts) {
        this.parts = parts;
        this.texts = texts;
    }

    /** Without the pending ones, which have a column of their own. */
    List<Column> columns() {
        return List.of("came.resolved", "came.answered", "came.human").stream()
                .map(name -> new Column(texts.of(name), Column.Kind.COUNT))
                .toList();
    }

    /** @param place of the bucket, from 0 */
    List<Cell> cells(int place) {
        return List.of(
                Cell.of(parts.resolved().get(place)),
                Cell.of(parts.answered().get(place)),
                Cell.of(parts.human().get(place)));
    }

    List<Picture.Series> series() {
        return List.of(
                stacked("came.resolved", 0, parts.resolved(), false),
                stacked("came.answered", 1, parts.answered(), false),
                stacked("came.human", 2, parts.human(), false),
                stacked("column.pending", 3, parts.pending(), true));
    }

    private Picture.Series stacked(String name, int colour, List<Long> counts, boolean provisional) {
        List<Picture.Mark> marks = counts.stream()
                .map(count -> new Picture.Mark(count.doubleValue(), provisional && count > 0, null, null))
                .toList();
        return new Picture.Series(texts.of(name), Picture.Shape.BAR, colour, marks);
    }
}

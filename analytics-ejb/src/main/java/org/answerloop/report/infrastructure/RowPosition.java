package org.answerloop.report.infrastructure;

import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.answerloop.kernel.PageCursor;
import org.answerloop.kernel.UnknownCursorException;
import org.answerloop.report.model.Strand;

/** Where a row stands in a list that may be of several strands: no two of its rows stand at the same place. */
record RowPosition(Instant moment, long row, Strand strand) {

    static final Comparator<RowPosition> EARLIEST_FIRST = Comparator.comparing(RowPosition::moment)
            .thenComparing(RowPosition::row)
            .thenComparing(RowPosition::strand);

    private static final Pattern ID = Pattern.compile("([0-9]{1,18})_([0-9])");

    /** @throws UnknownCursorException when it is not one that {@link #cursor()} gave */
    static RowPosition of(PageCursor cursor) {
        Matcher matcher = ID.matcher(cursor.id());
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) >= Strand.values().length) {
            throw new UnknownCursorException();
        }
        Strand strand = Strand.values()[Integer.parseInt(matcher.group(2))];
        return new RowPosition(cursor.moment(), Long.parseLong(matcher.group(1)), strand);
    }

    PageCursor cursor() {
        return new PageCursor(moment, row + "_" + strand.ordinal());
    }
}

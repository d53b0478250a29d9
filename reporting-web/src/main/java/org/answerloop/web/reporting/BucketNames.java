package org.answerloop.web.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.answerloop.report.model.Bucket;
import org.answerloop.web.chart.Position;

/** Names for the buckets of a series. */
final class BucketNames {

    private final Bucket bucket;
    private final Texts texts;

    BucketNames(Bucket bucket, Texts texts) {
        this.bucket = bucket;
        this.texts = texts;
    }

    /** A bucket in full: Week of 5 Oct 2026. */
    String inFull(LocalDate start) {
        return switch (bucket) {
            case DAY -> texts.formats().date(start);
            case WEEK -> texts.of("bucket.week", texts.formats().date(start));
            case MONTH -> texts.formats().month(start);
        };
    }

    /** A bucket in a table: 5 Oct 2026. */
    String inTable(LocalDate start) {
        return bucket == Bucket.MONTH
                ? texts.formats().month(start)
                : texts.formats().date(start);
    }

    /** The places of an axis: the month stands only where it begins, as long as every label is drawn. */
    List<Position> onAxis(List<LocalDate> starts) {
        List<Position> positions = new ArrayList<>();
        LocalDate before = null;
        for (LocalDate start : starts) {
            boolean sameMonth = before != null && before.getMonth() == start.getMonth();
            positions.add(
                    new Position(label(start, sameMonth), label(start, false), inFull(start), Addresses.bucket(start)));
            before = start;
        }
        return positions;
    }

    /** What the first column of a table is called. */
    String heading() {
        return texts.of("table." + bucket.name().toLowerCase(Locale.ROOT));
    }

    private String label(LocalDate start, boolean withoutMonth) {
        if (bucket == Bucket.MONTH) {
            return texts.formats().month(start);
        }
        return withoutMonth
                ? texts.formats().dayOfMonth(start)
                : texts.formats().day(start);
    }
}

package org.answerloop.export.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.answerloop.report.model.Unit;
import org.answerloop.wording.Language;

/** A handout of two reports, with names that would calculate if they were let. */
final class SampleHandout {

    static final String PAYLOAD = "=HYPERLINK(\"http://evil.example\";\"x\")";
    static final Instant MADE = Instant.parse("2026-11-23T08:41:12Z");

    private static final LocalDate FIRST_WEEK = LocalDate.of(2026, 8, 31);
    private static final int WEEKS = 12;

    private SampleHandout() {}

    static ExportTexts texts(Language language) {
        return new ExportTexts(language, ZoneId.of("Europe/Paris"));
    }

    static Handout handout() {
        return new Handout(
                "Reports",
                List.of(new Note("Channel", PAYLOAD), new Note("Made at", Cell.of(MADE))),
                List.of(rates(), channels()));
    }

    static Handout of(Sheet sheet) {
        Handout whole = handout();
        return new Handout(sheet.title(), whole.about(), List.of(sheet));
    }

    static Sheet rates() {
        List<Row> rows = IntStream.range(0, WEEKS).mapToObj(SampleHandout::week).toList();
        List<Picture.Mark> marks = IntStream.range(0, WEEKS)
                .mapToObj(i -> new Picture.Mark(rate(i), last(i), last(i) ? 0.41 : null, last(i) ? 0.78 : null))
                .toList();
        List<Picture.Mark> before = IntStream.range(0, WEEKS)
                .mapToObj(i -> new Picture.Mark(0.5, false, null, null))
                .toList();
        return new Sheet(
                "Resolution rate",
                List.of(
                        new Note("Figure", new Cell.Share(0.58100683)),
                        new Note("Formula", "resolved ÷ settled"),
                        new Note("Pending", Cell.of(412L))),
                List.of(
                        new Column("Week of", Column.Kind.DAY),
                        new Column("Resolution rate", Column.Kind.SHARE),
                        new Column("Settled", Column.Kind.COUNT),
                        new Column("Time", Column.Kind.SECONDS),
                        new Column("State", Column.Kind.WORDS)),
                rows,
                Optional.of(new Picture(
                        Picture.Layout.TIME,
                        Unit.RATIO,
                        IntStream.range(0, WEEKS).mapToObj(i -> "W" + i).toList(),
                        List.of(
                                new Picture.Series("Resolution rate", Picture.Shape.LINE, 0, marks),
                                new Picture.Series("Before", Picture.Shape.BEFORE, 0, before)))));
    }

    static Sheet channels() {
        List<String> names = List.of("Chat", PAYLOAD, "Čajovna Ленина 日本", "-5");
        List<Row> rows = IntStream.range(0, names.size())
                .mapToObj(i -> new Row(List.of(Cell.of(names.get(i)), Cell.of(5_530L - 900L * i)), i == 1))
                .toList();
        List<Picture.Mark> marks = IntStream.range(0, names.size())
                .mapToObj(i -> new Picture.Mark(5_530.0 - 900 * i, i == 1, null, null))
                .toList();
        return new Sheet(
                "By channel",
                List.of(new Note("Figure", Cell.of(4L))),
                List.of(new Column("Channel", Column.Kind.WORDS), new Column("Handled", Column.Kind.COUNT)),
                rows,
                Optional.of(new Picture(
                        Picture.Layout.RANKING,
                        Unit.COUNT,
                        names,
                        List.of(new Picture.Series("Handled", Picture.Shape.BAR, 0, marks)))));
    }

    static Double rate(int week) {
        return week == 3 ? null : 0.52 + 0.0075 * week;
    }

    private static boolean last(int week) {
        return week == WEEKS - 1;
    }

    private static Row week(int week) {
        return new Row(
                List.of(
                        new Cell.Day(FIRST_WEEK.plusWeeks(week)),
                        Cell.of(Unit.RATIO, rate(week)),
                        Cell.of(week == 3 ? 0L : 1_000L + week),
                        Cell.of(Unit.SECONDS, week == 3 ? null : 400.4),
                        Cell.of(last(week) ? "provisional" : "settled")),
                last(week));
    }
}

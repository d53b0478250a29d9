package org.answerloop.export.model;

import org.answerloop.report.model.Unit;
import org.dhatim.fastexcel.Worksheet;

/** Puts cells into a sheet of a workbook: numbers as numbers in the format of what they are, text as text. */
final class XlsxStyle {

    private static final double SECONDS_OF_A_DAY = 86_400;

    private final Worksheet sheet;
    private final ExportTexts texts;

    XlsxStyle(Worksheet sheet, ExportTexts texts) {
        this.sheet = sheet;
        this.texts = texts;
    }

    void put(int row, int column, Cell cell) {
        if (cell instanceof Cell.Words words) {
            // Not by the table of shared texts, which the writer would hold in memory up to the end.
            sheet.inlineString(row, column, words.text());
        } else if (cell instanceof Cell.Count count) {
            sheet.value(row, column, count.value());
            format(row, column, "#,##0");
        } else if (cell instanceof Cell.Share share) {
            sheet.value(row, column, share.value());
            format(row, column, "0.0%");
        } else if (cell instanceof Cell.Seconds seconds) {
            sheet.value(row, column, seconds.value() / SECONDS_OF_A_DAY);
            format(row, column, "[h]:mm:ss");
        } else if (cell instanceof Cell.Difference difference) {
            sheet.value(row, column, difference.inItsUnit());
            format(row, column, difference.unit() == Unit.RATIO ? "#,##0.0" : "#,##0");
        } else if (cell instanceof Cell.Day day) {
            sheet.value(row, column, day.date());
            format(row, column, "yyyy-mm-dd");
        } else if (cell instanceof Cell.Moment moment) {
            sheet.value(row, column, moment.moment().atZone(texts.zone()).toLocalDateTime());
            format(row, column, "yyyy-mm-dd hh:mm:ss");
        } else {
            sheet.inlineString(row, column, texts.of(cell));
            sheet.style(row, column).horizontalAlignment("right").set();
        }
    }

    void heading(int row, int column, Column heading) {
        sheet.inlineString(row, column, heading.heading());
        sheet.style(row, column)
                .bold()
                .fillColor("D9ECE6")
                .horizontalAlignment(heading.kind().isNumber() ? "right" : "left")
                .set();
    }

    void title(int row, String title) {
        sheet.inlineString(row, 0, title);
        sheet.style(row, 0).bold().fontSize(14).set();
    }

    void note(int row, Note note) {
        sheet.inlineString(row, 0, note.label());
        sheet.style(row, 0).fontColor("5B6472").set();
        put(row, 1, note.value());
        sheet.style(row, 1).horizontalAlignment("left").set();
    }

    /** What may still change is in italics, as well as being said. */
    void provisional(int row, int columns) {
        for (int column = 0; column < columns; column++) {
            sheet.style(row, column).italic().set();
        }
    }

    private void format(int row, int column, String format) {
        sheet.style(row, column).format(format).set();
    }
}

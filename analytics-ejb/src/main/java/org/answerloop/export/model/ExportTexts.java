package org.answerloop.export.model;

import java.time.ZoneId;
import java.util.ResourceBundle;

import org.answerloop.report.model.Unit;
import org.answerloop.wording.Formats;
import org.answerloop.wording.Labels;
import org.answerloop.wording.Language;

/** The words, numbers and dates of a file, for one language and the reporting zone. */
public final class ExportTexts {

    private final Language language;
    private final ZoneId zone;
    private final ResourceBundle words;
    private final Formats formats;
    private final Labels labels;

    /** @param zone in which moments are written */
    public ExportTexts(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        this.words = ResourceBundle.getBundle("org.answerloop.export.export", language.getLocale());
        this.formats = new Formats(language.getLocale(), zone);
        this.labels = new Labels(language.getLocale());
    }

    /** The sentence of that key, with its blanks filled in. */
    public String of(String key, Object... values) {
        return formats.text(words.getString(key), values);
    }

    /** A cell as a person reads it. */
    public String of(Cell cell) {
        if (cell instanceof Cell.Words words) {
            return words.text();
        } else if (cell instanceof Cell.Count count) {
            return formats.count(count.value());
        } else if (cell instanceof Cell.Share share) {
            return formats.percent(share.value());
        } else if (cell instanceof Cell.Seconds seconds) {
            return formats.duration(seconds.value());
        } else if (cell instanceof Cell.Difference difference) {
            return formats.difference(difference.inItsUnit(), difference.unit() == Unit.RATIO ? 1 : 0);
        } else if (cell instanceof Cell.Day day) {
            return formats.date(day.date());
        } else if (cell instanceof Cell.Moment moment) {
            return formats.moment(moment.moment());
        }
        return Formats.NOTHING;
    }

    public Language language() {
        return language;
    }

    public ZoneId zone() {
        return zone;
    }

    public Formats formats() {
        return formats;
    }

    public Labels labels() {
        return labels;
    }
}

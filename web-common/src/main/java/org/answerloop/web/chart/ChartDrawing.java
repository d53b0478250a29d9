package org.answerloop.web.chart;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Formats;

/**
 * Draws charts as SVG, on the server: they stand as soon as the page does, need no library in the browser, take their
 * colours from the stylesheet, and are as sharp on paper as on the screen. What a chart shows, its table says; so to a
 * screen reader the picture is nothing, and to the keyboard neither.
 */
@Named
@RequestScoped
public class ChartDrawing {

    private Formats formats;
    private ResourceBundle words;

    /** For the proxy. */
    protected ChartDrawing() {}

    /** Draws in the language of the request. */
    @Inject
    public ChartDrawing(Formats formats, Preferences preferences) {
        this(formats, preferences.getLocale());
    }

    ChartDrawing(Formats formats, Locale locale) {
        this.formats = formats;
        this.words = ResourceBundle.getBundle("org.answerloop.web.common", locale);
    }

    /**
     * The picture, as markup that is written into the page as it is.
     *
     * @param id names the chart within its page
     */
    public String draw(String id, Chart chart) {
        Markup markup = new Markup();
        if (chart.layout() == Chart.Layout.RANKING) {
            new RankingDrawing(chart, markup).draw(i -> tooltip(chart, i));
        } else {
            new TimeDrawing(id, chart, markup).draw(value -> tick(chart.axis(), value), i -> tooltip(chart, i));
        }
        return markup.toString();
    }

    private String tick(Chart.Axis axis, double value) {
        return switch (axis) {
            case COUNT -> formats.count(value);
            case PERCENT -> formats.roundPercent(value);
            case SECONDS -> formats.duration(value);
        };
    }

    private String tooltip(Chart chart, int position) {
        return Stream.concat(
                        Stream.of(chart.positions().get(position).title()),
                        chart.series().stream()
                                .flatMap(series -> lines(series, series.marks().get(position)).stream()))
                .collect(Collectors.joining("\n"));
    }

    private List<String> lines(Series series, Mark mark) {
        if (mark.text() == null) {
            return List.of();
        }
        String line = formats.text(words.getString("chart.line"), series.name(), mark.text());
        return mark.note() == null ? List.of(line) : List.of(line, mark.note());
    }
}

package org.answerloop.web.reporting;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.export.application.ExportView;
import org.answerloop.export.application.ListExports;
import org.answerloop.export.model.ExportState;
import org.answerloop.export.model.ListWish;
import org.answerloop.report.model.MetricTexts;
import org.answerloop.web.preference.Preferences;

/** The page {@code exports.xhtml}: the lists that the person has ordered, how far they are, and their files. */
@Named
@RequestScoped
public class ExportsPage {

    private static final double KIBIBYTE = 1_024;

    private ListExports exports;
    private Texts texts;
    private MetricTexts metrics;
    private String problem;
    private List<ExportView> list;

    /** For the proxy. */
    protected ExportsPage() {}

    /** What the page is made with. */
    @Inject
    public ExportsPage(ListExports exports, Texts texts, Preferences preferences) {
        this.exports = exports;
        this.texts = texts;
        this.metrics = MetricTexts.in(preferences.getLocale());
    }

    /** Asks for everything that the page shows. */
    public void load() {
        list = exports.list();
    }

    public List<ExportView> getList() {
        return list;
    }

    /** Whether something on this page moves. */
    public boolean isUnderWay() {
        return list.stream().anyMatch(export -> export.state().isUnderWay());
    }

    /** Which conversations they are. */
    public String title(ExportView export) {
        ListWish wish = export.wish();
        List<String> parts = new ArrayList<>();
        parts.add(metrics.explanation(wish.metric()).title());
        parts.add(
                wish.at() == null
                        ? texts.formats()
                                .range(wish.filter().from(), wish.filter().to().minusDays(1))
                        : new BucketNames(wish.filter().bucket(), texts).inFull(wish.at()));
        if (wish.key() != null) {
            parts.add(metrics.key(wish.metric(), wish.key())
                    .orElseGet(() -> texts.labels().channel(wish.key())));
        }
        if (wish.search() != null) {
            parts.add(texts.of("exports.search", wish.search()));
        }
        return String.join(" · ", parts);
    }

    /** How many rows of how many are written. */
    public String rows(ExportView export) {
        return export.state() == ExportState.DONE
                ? texts.of("exports.rows", export.written())
                : texts.of("exports.rows.of", export.written(), export.total());
    }

    /** The size of the file. */
    public String size(ExportView export) {
        double kilobytes = export.size() / KIBIBYTE;
        return kilobytes < KIBIBYTE
                ? texts.of("exports.kilobytes", Math.max(1, Math.round(kilobytes)))
                : texts.of("exports.megabytes", kilobytes / KIBIBYTE);
    }

    /** The conversations as a page shows them. */
    public String address(ExportView export) {
        return Addresses.CONVERSATIONS + "?" + export.wish().state().text();
    }

    /** What could not be done, as the end of its key; null where nothing was refused. */
    public String getProblem() {
        return problem != null && texts.has("exports.problem." + problem) ? problem : null;
    }

    public void setProblem(String problem) {
        this.problem = problem;
    }
}

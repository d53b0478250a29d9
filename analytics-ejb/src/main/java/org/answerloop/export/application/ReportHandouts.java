package org.answerloop.export.application;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.export.model.Cell;
import org.answerloop.export.model.ExportTexts;
import org.answerloop.export.model.Handout;
import org.answerloop.export.model.Note;
import org.answerloop.export.model.PageFilter;
import org.answerloop.export.model.PageState;
import org.answerloop.export.model.ReportSheets;
import org.answerloop.export.model.ReportSheets.Before;
import org.answerloop.export.model.Sheet;
import org.answerloop.report.application.Figures;
import org.answerloop.report.model.Comparison;
import org.answerloop.report.model.FilterChoices.Agent;
import org.answerloop.report.model.HandledParts;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.MetricTexts;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.settings.Settings;
import org.answerloop.wording.Language;

/** Makes handouts of the reports as the page shows them. Who may have one is decided by whoever asks for it. */
@Stateless
public class ReportHandouts {

    private static final Set<Metric> PARTS = Set.of(Metric.RESOLUTION_RATE, Metric.DEFLECTION_RATE);

    private Figures figures;
    private Settings settings;
    private Clock clock;

    /** For the container, which asks for it. */
    public ReportHandouts() {}

    @Inject
    public ReportHandouts(Figures figures, Settings settings, Clock clock) {
        this.figures = figures;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One report.
     *
     * @throws org.answerloop.report.model.UnusableFilterException where the filter of the page cannot be used
     */
    public Handout report(Metric metric, PageState page, Language language) {
        ExportTexts texts = new ExportTexts(language, settings.zone());
        PageFilter filter = filter(page);
        List<Sheet> sheets = sheets(EnumSet.of(metric), filter, texts);
        String title = MetricTexts.in(language.getLocale()).explanation(metric).title();
        return new Handout(title, about(filter, texts), sheets);
    }

    /** The figures of the week. */
    public Handout impact(PageState page, Language language) {
        ExportTexts texts = new ExportTexts(language, settings.zone());
        PageFilter filter = filter(page);
        Sheet sheet = new ReportSheets(texts).of(figures.impact(filter.filter()));
        return new Handout(sheet.title(), about(filter, texts), List.of(sheet));
    }

    /** The whole page: the figures of the week, and every report. */
    public Handout page(PageState page, Language language) {
        ExportTexts texts = new ExportTexts(language, settings.zone());
        PageFilter filter = filter(page);
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(new ReportSheets(texts).of(figures.impact(filter.filter())));
        sheets.addAll(sheets(EnumSet.allOf(Metric.class), filter, texts));
        return new Handout(texts.of("page.title"), about(filter, texts), sheets);
    }

    /** The filter of a page, as it is today. */
    public PageFilter filter(PageState page) {
        return new PageFilters(settings, clock).of(page);
    }

    private List<Sheet> sheets(Set<Metric> metrics, PageFilter filter, ExportTexts texts) {
        Map<Metric, Report> now = figures.reports(withParts(metrics), filter.filter());
        Optional<Comparison> comparison = filter.comparison();
        Map<Metric, Report> then = comparison
                .map(earlier -> figures.reports(metrics, earlier.compared()))
                .orElse(Map.of());
        ReportSheets sheets = new ReportSheets(texts);
        return metrics.stream()
                .map(metric -> sheets.of(
                        now.get(metric),
                        comparison.map(earlier -> new Before(then.get(metric), earlier)),
                        parts(metric, now)))
                .toList();
    }

    /** The card of the handled conversations shows what they came to, which two other reports know. */
    private static Set<Metric> withParts(Set<Metric> metrics) {
        Set<Metric> asked = EnumSet.copyOf(metrics);
        if (metrics.contains(Metric.HANDLED)) {
            asked.addAll(PARTS);
        }
        return asked;
    }

    private static Optional<HandledParts> parts(Metric metric, Map<Metric, Report> now) {
        return metric == Metric.HANDLED
                ? HandledParts.of(now.get(metric), now.get(Metric.RESOLUTION_RATE), now.get(Metric.DEFLECTION_RATE))
                : Optional.empty();
    }

    private List<Note> about(PageFilter page, ExportTexts texts) {
        ReportFilter filter = page.filter();
        Instant now = clock.instant();
        String bucket = filter.bucket().name().toLowerCase(Locale.ROOT);
        String all = texts.of("about.all");
        List<Note> about = new ArrayList<>();
        about.add(new Note(texts.of("about.dates"), dates(filter, texts)));
        about.add(new Note(texts.of("about.bucket"), texts.of("bucket." + bucket)));
        page.comparison()
                .ifPresent(earlier -> about.add(new Note(
                        texts.of("about.compared"),
                        texts.of("compared." + earlier.kind(), dates(earlier.compared(), texts)))));
        about.add(new Note(
                texts.of("about.channel"),
                filter.channel() == null ? all : texts.labels().channel(filter.channel())));
        about.add(new Note(texts.of("about.agent"), filter.agent() == null ? all : agent(filter.agent())));
        about.add(new Note(
                texts.of("about.language"),
                filter.language() == null ? all : texts.labels().language(filter.language())));
        about.add(new Note(texts.of("about.zone"), texts.zone().getId()));
        about.add(new Note(texts.of("about.made"), Cell.of(now)));
        return about;
    }

    private String agent(String id) {
        return figures.choices().agents().stream()
                .filter(agent -> agent.id().equals(id))
                .map(Agent::name)
                .findFirst()
                .orElse(id);
    }

    private static String dates(ReportFilter filter, ExportTexts texts) {
        return texts.formats().range(filter.from(), filter.to().minusDays(1));
    }
}

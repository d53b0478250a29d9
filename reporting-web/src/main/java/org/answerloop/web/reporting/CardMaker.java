package org.answerloop.web.reporting;

import java.util.List;
import java.util.Map;

import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.Unit;
import org.answerloop.web.filter.FilterQuery;

/** Makes the cards of reports: a ranking where the data brings the keys along, otherwise a course over time. */
final class CardMaker {

    private final FilterQuery query;
    private final Map<Metric, Report> reports;
    private final CardMemory memory;
    private final Texts texts;

    /**
     * @param query the whole filter of the reports
     * @param reports all that could be made
     */
    CardMaker(FilterQuery query, Map<Metric, Report> reports, CardMemory memory, Texts texts) {
        this.query = query;
        this.reports = reports;
        this.memory = memory;
        this.texts = texts;
    }

    /** A card, made or remembered. */
    ReportCard card(Compared compared) {
        List<HandledParts.Part> parts = HandledParts.of(compared.report(), reports, texts);
        CardMemory.Made made = new CardMemory.Made(
                texts.locale(),
                query,
                compared.report().whenever(),
                compared.comparison().orElse(null),
                compared.before().map(Report::whenever).orElse(null),
                parts);
        return memory.card(made, () -> card(compared, parts));
    }

    private ReportCard card(Compared compared, List<HandledParts.Part> parts) {
        Report report = compared.report();
        Metric metric = report.metric();
        Addresses addresses = new Addresses(query, metric);
        Details details = new Details(report, texts);
        long counted = counted(report.total(), metric.unit());
        boolean ranked = metric.dimension().isPresent();
        Ranking ranking = ranked ? new Ranking(compared, addresses, texts) : null;
        Course course = ranked ? null : new Course(compared, addresses, parts, texts);
        return new ReportCard(
                false,
                ranked && metric == Metric.HANDLED_BY_CHANNEL ? ranking.figure() : details.figure(),
                ranked ? ranking.detail() : details.text(),
                change(compared),
                addresses.ofTotal(),
                texts.of("metric." + metric.id() + ".counted", counted),
                metric != Metric.HANDLED_BY_CHANNEL,
                details.emptiness(counted),
                ranked ? ranking.charts() : course.charts(),
                ranked ? ranking.table() : course.table());
    }

    private Change change(Compared compared) {
        Metric metric = compared.report().metric();
        return compared.isCompared()
                ? Change.between(
                        compared.total(),
                        compared.report().total().value(),
                        metric.unit(),
                        CardDesign.of(metric).wish(),
                        texts)
                : null;
    }

    /** How many rows are behind the total. */
    private static long counted(Figure total, Unit unit) {
        return unit == Unit.COUNT ? Math.round(total.value()) : total.denominator();
    }
}

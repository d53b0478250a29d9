package org.answerloop.report.infrastructure;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.kernel.PageCursor;
import org.answerloop.kernel.Sql;
import org.answerloop.report.application.ReportSource;
import org.answerloop.report.model.Basis;
import org.answerloop.report.model.Dimension;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.Measure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.Span;
import org.answerloop.report.model.Tally;

/** Counts the conversations themselves, so the figures are as fresh as the last commit. */
@ApplicationScoped
public class ConversationReportSource implements ReportSource {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /** For the container. */
    protected ConversationReportSource() {}

    public ConversationReportSource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<Tally> tallies(
            Basis basis, Dimension dimension, Set<Measure> measures, List<Span> spans, ReportFilter filter) {
        return spans.isEmpty() ? List.of() : new TallyQuery(basis, dimension, measures, spans, filter).run(dataSource);
    }

    @Override
    public Optional<Instant> earliestPending(ReportFilter filter) {
        Sql sql = new Sql()
                .add("select min(c.first_part_at) as earliest from conversation c")
                .add("where " + Measure.PENDING.condition());
        return Filtered.by(filter, sql).list(dataSource, row -> Sql.moment(row, "earliest")).stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    @Override
    public List<PagedRow> conversations(
            Metric metric, String key, Span span, ReportFilter filter, PageCursor after, int limit) {
        return new ConversationQuery(dataSource).page(metric, key, span, filter, after, limit);
    }

    @Override
    public FilterChoices choices() {
        return new ChoicesQuery(dataSource).choices();
    }
}

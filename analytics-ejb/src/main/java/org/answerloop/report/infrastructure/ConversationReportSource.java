package org.answerloop.report.infrastructure;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.kernel.PageCursor;
import org.answerloop.kernel.Sql;
import org.answerloop.report.application.ReportSource;
import org.answerloop.report.model.Dimension;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.Measure;
import org.answerloop.report.model.Needs;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.Rows;
import org.answerloop.report.model.RowsRequest.Order;
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
    public List<Tally> tallies(Needs needs, Dimension dimension, List<Span> spans, ReportFilter filter) {
        return new DirectTallies(dataSource, dimension, spans, filter).count(needs);
    }

    @Override
    public Optional<Instant> earliestPending(ReportFilter filter) {
        Sql sql = new Sql()
                .add("select min(c.first_part_at) as earliest from conversation c")
                .add("where " + Measure.PENDING.strand().condition())
                .add("and " + Measure.PENDING.condition());
        return Filtered.by(filter, sql).list(dataSource, row -> Sql.moment(row, "earliest")).stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    @Override
    public List<PagedRow> conversations(Rows rows, Order order, PageCursor after, int limit) {
        List<PagedRow> page = new ConversationQuery(dataSource, rows, order).page(after, limit);
        return new MessageQuery(dataSource).withQuestions(page);
    }

    @Override
    public FoundRows search(Rows rows, String text, Order order, PageCursor after, int limit) {
        ConversationQuery query = new ConversationQuery(dataSource, rows, order);
        return new RowSearch(query, new MessageQuery(dataSource)).search(text, after, limit);
    }

    @Override
    public FilterChoices choices() {
        return new ChoicesQuery(dataSource).choices();
    }
}

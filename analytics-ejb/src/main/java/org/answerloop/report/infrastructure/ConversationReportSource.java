package org.answerloop.report.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

import org.answerloop.kernel.PageCursor;
import org.answerloop.kernel.Sql;
import org.answerloop.report.application.ReportSource;
import org.answerloop.report.model.Dimension;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.Measure;
import org.answerloop.report.model.Needs;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.Rows;
import org.answerloop.report.model.RowsRequest.Order;
import org.answerloop.report.model.Span;
import org.answerloop.report.model.Tally;
import org.answerloop.settings.Settings;

/** Counts the conversations themselves: right, and slow where there are many. */
@ApplicationScoped
@Typed(ConversationReportSource.class)
public class ConversationReportSource implements ReportSource {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    private ReportCalendar calendar;

    /** For the container. */
    protected ConversationReportSource() {}

    @Inject
    public ConversationReportSource(Settings settings) {
        this.calendar = new ReportCalendar(settings.zone(), settings.weekStart());
    }

    /** Outside of a container. */
    public ConversationReportSource(DataSource dataSource, Settings settings) {
        this(settings);
        this.dataSource = dataSource;
    }

    @Override
    public Reading read(ReportFilter filter) {
        return new Reading() {

            @Override
            public List<Tally> tallies(Needs needs, Dimension dimension, List<Span> spans) {
                return ConversationReportSource.this.tallies(needs, dimension, spans, filter);
            }

            @Override
            public Optional<LocalDate> earliestPending() {
                return ConversationReportSource.this.earliestPending(filter);
            }

            @Override
            public Optional<Span> extent() {
                return ConversationReportSource.this.extent();
            }
        };
    }

    List<Tally> tallies(Needs needs, Dimension dimension, List<Span> spans, ReportFilter filter) {
        return new DirectTallies(dataSource, dimension, spans, filter).count(needs);
    }

    private Optional<Span> extent() {
        return new Sql()
                .add("select min(c.first_part_at) as earliest, max(c.first_part_at) as latest from conversation c")
                .list(dataSource, this::extent)
                .get(0);
    }

    private Optional<Span> extent(ResultSet row) throws SQLException {
        Instant earliest = Sql.moment(row, "earliest");
        return earliest == null
                ? Optional.empty()
                : Optional.of(calendar.days(
                        calendar.dateOf(earliest),
                        calendar.dateOf(Sql.moment(row, "latest")).plusDays(1)));
    }

    private Optional<LocalDate> earliestPending(ReportFilter filter) {
        Sql sql = new Sql()
                .add("select min(c.first_part_at) as earliest from conversation c")
                .add("where " + Measure.PENDING.strand().condition());
        return earliestPending(sql, filter);
    }

    /** Only of those whose cohort day is one of these spans. */
    Optional<LocalDate> earliestPending(ReportFilter filter, List<Span> spans) {
        return SpanClusters.pieces(spans).stream()
                .map(piece -> SpanValues.from(
                        new Sql().add("select min(c.first_part_at) as earliest"), piece, Measure.PENDING.strand()))
                .map(sql -> earliestPending(sql, filter))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Optional<LocalDate> earliestPending(Sql sql, ReportFilter filter) {
        sql.add("and " + Measure.PENDING.condition());
        return Filtered.by(filter, sql).list(dataSource, row -> Sql.moment(row, "earliest")).stream()
                .filter(Objects::nonNull)
                .map(calendar::dateOf)
                .findFirst();
    }

    @Override
    public List<PagedRow> conversations(Rows rows, Order order, PageCursor after, int limit) {
        return new ConversationLists(dataSource).conversations(rows, order, after, limit);
    }

    @Override
    public FoundRows search(Rows rows, String text, Order order, PageCursor after, int limit) {
        return new ConversationLists(dataSource).search(rows, text, order, after, limit);
    }

    @Override
    public Snapshot snapshot() {
        return new HeldLists(dataSource);
    }

    @Override
    public FilterChoices choices() {
        Choices choices = new Choices();
        new ChoicesQuery(dataSource).addTo(choices);
        return choices.toFilterChoices();
    }
}

package org.answerloop.report.infrastructure;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.kernel.PageCursor;
import org.answerloop.report.application.ReportSource;
import org.answerloop.report.application.RollupStore;
import org.answerloop.report.application.RollupStore.Readable;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.Rows;
import org.answerloop.report.model.RowsRequest.Order;
import org.answerloop.settings.Settings;

/**
 * Reads the days that were counted before, and counts the others directly: those on which something changed since, and
 * parts of days. So a figure is what its conversations say at this moment, however far the refresh is. Where the latest
 * generation was counted otherwise than this server counts, all is counted directly.
 */
@ApplicationScoped
public class RollupReportSource implements ReportSource {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    private ConversationReportSource direct;
    private RollupStore store;
    private ReportCalendar calendar;
    private DayMemory memory;
    private final BegunDays begun = new BegunDays();

    /** For the container. */
    protected RollupReportSource() {}

    @Inject
    public RollupReportSource(ConversationReportSource direct, RollupStore store, Settings settings) {
        this.direct = direct;
        this.store = store;
        this.calendar = new ReportCalendar(settings.zone(), settings.weekStart());
    }

    /** Outside of a container. */
    public RollupReportSource(DataSource dataSource, Settings settings) {
        this(new ConversationReportSource(dataSource, settings), new RollupTables(dataSource), settings);
        this.dataSource = dataSource;
        this.memory = new DayMemory(dataSource);
    }

    @PostConstruct
    void remember() {
        memory = new DayMemory(dataSource);
    }

    @Override
    public Reading read(ReportFilter filter) {
        return readable()
                .<Reading>map(readable -> new RollupReading(readable, memory, begun, direct, calendar, filter))
                .orElseGet(() -> direct.read(filter));
    }

    @Override
    public List<PagedRow> conversations(Rows rows, Order order, PageCursor after, int limit) {
        return direct.conversations(rows, order, after, limit);
    }

    @Override
    public FoundRows search(Rows rows, String text, Order order, PageCursor after, int limit) {
        return direct.search(rows, text, order, after, limit);
    }

    @Override
    public Snapshot snapshot() {
        return direct.snapshot();
    }

    @Override
    public FilterChoices choices() {
        return readable().map(this::choices).orElseGet(direct::choices);
    }

    private FilterChoices choices(Readable readable) {
        StaleDays stale = new StaleDays(calendar, readable.stale());
        DayRevisions revisions = memory.revisions(readable);
        Choices choices = new Choices();
        memory.recall(readable, revisions, new ChoiceDays(), revisions.days()).forEach((day, ofDay) -> {
            if (!stale.contains(day)) {
                ofDay.forEach(choice -> choices.add(choice.cell(), choice.agentName()));
            }
        });
        new ChoicesQuery(dataSource).addTo(choices, stale.spans());
        return choices.toFilterChoices();
    }

    private Optional<Readable> readable() {
        return store.readable().filter(readable -> readable.generation().isAsCountedIn(calendar.zone()));
    }
}

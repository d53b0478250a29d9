package org.answerloop.gap.application;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.access.model.Role;
import org.answerloop.conversation.application.TicketLinks;
import org.answerloop.gap.model.Passage;
import org.answerloop.gap.model.QuestionFilter;
import org.answerloop.gap.model.TopicDetail;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.gap.model.TopicList;
import org.answerloop.gap.model.TopicQuestions;
import org.answerloop.kernel.Sql;
import org.answerloop.kernel.UnknownCursorException;
import org.answerloop.report.application.Figures;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.settings.Settings;

/** Reads the topics of the questions that the customer agent could not answer, for everybody who may sign in. */
@Stateless
@RolesAllowed({Role.ADMINISTRATOR, Role.EDITOR, Role.MANAGER, Role.VIEWER})
public class Topics {

    /** The most rows of one page. */
    public static final int LONGEST_PAGE = 200;

    /** More open ones are not counted one by one. */
    public static final int MOST_OPEN = 999;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private Figures reports;

    @Inject
    private TicketLinks tickets;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    private TopicFigures figures;

    /** For the container. */
    public Topics() {}

    public Topics(DataSource dataSource, Figures reports, ReportCalendar calendar, Clock clock) {
        this.dataSource = dataSource;
        this.tickets = new TicketLinks(dataSource);
        this.figures = new TopicFigures(dataSource, reports, calendar, clock);
    }

    @PostConstruct
    void begin() {
        ReportCalendar calendar = new ReportCalendar(settings.zone(), settings.weekStart());
        figures = new TopicFigures(dataSource, reports, calendar, clock);
    }

    /**
     * Those first that cost the most resolutions.
     *
     * @param cursor {@link TopicList#next()} of the page before; null for the first
     * @param limit at least 1; more than {@link #LONGEST_PAGE} is taken as that
     * @throws UnknownCursorException when the cursor is not one that a page gave
     */
    public TopicList list(TopicFilter filter, String cursor, int limit) {
        return new TopicListQuery(dataSource, figures, filter).page(cursor, size(limit));
    }

    /** How many wait for somebody, as the list of them says without a filter; more than {@link #MOST_OPEN} are told as one more. */
    public int countOpen() {
        return OpenTopics.count(dataSource, figures.today(), MOST_OPEN + 1);
    }

    /** @return of a topic that was merged into another, or whose questions all went to another, the other one */
    public Optional<TopicDetail> find(long id) {
        return find(id, TopicFilter.NONE);
    }

    /**
     * The same with the figures of those questions alone that count under the filter.
     *
     * @param filter of which neither the state nor the words are heeded, nor the language
     */
    public Optional<TopicDetail> find(long id, TopicFilter filter) {
        return new TopicDetailQuery(dataSource, figures, filter).find(id);
    }

    /**
     * The questions of a topic, the latest first.
     *
     * @param cursor {@link TopicQuestions#next()} of the page before; null for the first
     * @param limit as for the list
     * @throws UnknownCursorException when the cursor is not one that a page gave
     */
    public TopicQuestions questions(long id, QuestionFilter filter, String cursor, int limit) {
        return new TopicQuestionsQuery(dataSource, id, filter, tickets.hosts()).page(cursor, size(limit));
    }

    /** What teammates wrote after the handoff in the latest of the topic's conversations, the latest first. */
    public List<Passage> passages(long id) {
        return new PassagesQuery(dataSource).of(id);
    }

    /** The languages that there are topics of. */
    public List<String> languages() {
        return new Sql()
                .add("select distinct language from topic order by language")
                .list(dataSource, row -> row.getString("language"));
    }

    private static int size(int limit) {
        return Math.max(1, Math.min(limit, LONGEST_PAGE));
    }
}

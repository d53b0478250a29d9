package org.answerloop.conversation.infrastructure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import org.answerloop.conversation.model.AgentReply;
import org.answerloop.conversation.model.CourseLookup;
import org.answerloop.conversation.model.FirstHandoff;
import org.answerloop.conversation.model.HandoffTrigger;
import org.answerloop.conversation.model.Participant;
import org.answerloop.conversation.model.Stamp;
import org.answerloop.kernel.Sql;

/** Finds replies and handoffs by the indexes on when they occurred. */
final class CourseQueries implements CourseLookup {

    private static final String REPLIES = "from message where conversation_id = ? and author_kind = 'CUSTOMER_AGENT'";

    /** As {@link Participant#isKnown}. */
    private static final String NAMED = "and (author_id is not null or author_name is not null)";

    /** The column before it is the same in all rows; it is named because H2 orders by an index from its first column on. */
    private static final String EARLIEST = "order by conversation_id, occurred_at fetch first 1 rows only";

    private static final String LATEST = "order by conversation_id desc, occurred_at desc fetch first 1 rows only";

    private final DataSource dataSource;

    CourseQueries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<AgentReply> firstReplies(long conversation) {
        return replies(conversation, "");
    }

    @Override
    public List<AgentReply> firstNamedReplies(long conversation) {
        return replies(conversation, NAMED);
    }

    private List<AgentReply> replies(long conversation, String which) {
        Optional<Instant> first = moment(new Sql()
                .add("select occurred_at " + REPLIES, conversation)
                .add(which)
                .add(EARLIEST));
        return first.isEmpty()
                ? List.of()
                : new Sql()
                        .add("select external_id, author_id, author_name " + REPLIES, conversation)
                        .add("and occurred_at = ?", first.get())
                        .add(which)
                        .list(
                                dataSource,
                                row -> new AgentReply(
                                        first.get(),
                                        row.getString("external_id"),
                                        new Participant(row.getString("author_id"), row.getString("author_name"))));
    }

    @Override
    public Optional<Instant> lastReplyBefore(long conversation, Instant moment) {
        return moment(new Sql()
                .add("select occurred_at " + REPLIES, conversation)
                .add("and occurred_at < ?", moment)
                .add(LATEST));
    }

    @Override
    public Optional<Instant> lastReply(long conversation) {
        return moment(
                new Sql().add("select occurred_at " + REPLIES, conversation).add(LATEST));
    }

    @Override
    public List<FirstHandoff> firstHandoffs(long conversation) {
        Optional<Instant> first = moment(new Sql()
                .add("select occurred_at from handoff where conversation_id = ?", conversation)
                .add(EARLIEST));
        return first.isEmpty()
                ? List.of()
                : new Sql()
                        .add("select event_id, handoff_trigger from handoff where conversation_id = ?", conversation)
                        .add("and occurred_at = ?", first.get())
                        .list(
                                dataSource,
                                row -> new FirstHandoff(
                                        new Stamp(first.get(), row.getString("event_id")),
                                        HandoffTrigger.valueOf(row.getString("handoff_trigger"))));
    }

    private Optional<Instant> moment(Sql query) {
        return query.list(dataSource, row -> Sql.moment(row, "occurred_at")).stream()
                .findFirst();
    }
}

package org.answerloop.conversation.infrastructure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

import org.answerloop.conversation.model.FeedbackGiven;
import org.answerloop.conversation.model.HandoffMade;
import org.answerloop.conversation.model.HandoffRequested;
import org.answerloop.conversation.model.Taken;
import org.answerloop.conversation.model.Taken.Occurred;
import org.answerloop.kernel.IdBlocks;
import org.answerloop.kernel.Sql;

/** Handoffs, the requests for them, and feedback: once they occurred, they do not change. */
final class HappeningTables {

    private static final String ADD_HANDOFF = """
            insert into handoff (id, conversation_id, event_id, occurred_at, handoff_trigger, to_id, to_name, reason, late)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String ADD_REQUEST = """
            insert into handoff_request (id, conversation_id, event_id, occurred_at, message_id, late)
            values (?, ?, ?, ?, ?, ?)""";

    private static final String ADD_FEEDBACK = """
            insert into feedback (id, conversation_id, event_id, occurred_at, rating, message_id, remark, late)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final IdBlocks handoffIds = new IdBlocks("handoff_seq", 50);
    private final IdBlocks requestIds = new IdBlocks("handoff_request_seq", 50);
    private final IdBlocks feedbackIds = new IdBlocks("feedback_seq", 50);
    private final DataSource dataSource;

    HappeningTables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void write(Collection<Taken> taken) {
        List<Object[]> handoffs = new ArrayList<>();
        List<Object[]> requests = new ArrayList<>();
        List<Object[]> feedback = new ArrayList<>();
        for (Taken of : taken) {
            long conversation = of.conversation().id();
            boolean redacted = of.conversation().isRedacted();
            of.handoffs().forEach(occurred -> handoffs.add(handoff(conversation, occurred, redacted)));
            of.handoffRequests().forEach(occurred -> requests.add(request(conversation, occurred)));
            of.feedback().forEach(occurred -> feedback.add(feedback(conversation, occurred, redacted)));
        }
        Sql.updateAll(dataSource, ADD_HANDOFF, handoffs);
        Sql.updateAll(dataSource, ADD_REQUEST, requests);
        Sql.updateAll(dataSource, ADD_FEEDBACK, feedback);
    }

    private Object[] handoff(long conversation, Occurred<HandoffMade> occurred, boolean redacted) {
        HandoffMade event = occurred.event();
        return new Object[] {
            handoffIds.next(dataSource),
            conversation,
            event.stamp().eventId(),
            event.stamp().at(),
            event.trigger().name(),
            event.to().id(),
            event.to().name(),
            redacted ? null : event.reason(),
            occurred.late()
        };
    }

    private Object[] request(long conversation, Occurred<HandoffRequested> occurred) {
        HandoffRequested event = occurred.event();
        return new Object[] {
            requestIds.next(dataSource),
            conversation,
            event.stamp().eventId(),
            event.stamp().at(),
            event.messageId(),
            occurred.late()
        };
    }

    private Object[] feedback(long conversation, Occurred<FeedbackGiven> occurred, boolean redacted) {
        FeedbackGiven event = occurred.event();
        return new Object[] {
            feedbackIds.next(dataSource),
            conversation,
            event.stamp().eventId(),
            event.stamp().at(),
            event.rating().name(),
            event.messageId(),
            redacted ? null : event.remark(),
            occurred.late()
        };
    }
}

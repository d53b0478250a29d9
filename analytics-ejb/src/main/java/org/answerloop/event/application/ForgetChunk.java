package org.answerloop.event.application;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.conversation.application.ForgetConversations;
import org.answerloop.gap.application.RecordQuestions;
import org.answerloop.kernel.PageCursor;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/** Short transactions of the retention: a conversation is forgotten everywhere or nowhere. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class ForgetChunk {

    private static final int CHUNK = 200;

    @Inject
    private ForgetConversations conversations;

    @Inject
    private Inbox inbox;

    @Inject
    private RecordQuestions questions;

    @Inject
    private Clock clock;

    /** @return how many conversations were forgotten */
    public int forget(Duration retention) {
        List<Long> forgotten = conversations.forget(clock.instant().minus(retention), CHUNK);
        if (!forgotten.isEmpty()) {
            inbox.forget(forgotten);
            questions.redact(forgotten);
        }
        return forgotten.size();
    }

    /**
     * What was refused belongs to no conversation, perhaps, or to one that never came to be; so it goes by its own age.
     *
     * @param after what {@link #forgetRefused} returned for the chunk before; null for the first
     * @return null when no more are left
     */
    public PageCursor forgetRefused(Duration retention, PageCursor after) {
        return inbox.forgetRefused(clock.instant().minus(retention), after, CHUNK);
    }
}

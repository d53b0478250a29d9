package org.answerloop.event.application;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.conversation.application.ForgetConversations;
import org.answerloop.gap.application.RecordQuestions;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/** One short transaction of the retention: a conversation is forgotten everywhere or nowhere. */
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
}

package org.answerloop.conversation.model;

import java.time.Instant;
import java.util.Set;

/**
 * Which short answers a message cites, as it was stated last.
 *
 * @param answers their ids as the source wrote them; none where the message is no reply of the customer agent
 * @param restated it was stated before, and may have cited others
 */
public record CitingReply(long conversationId, String messageId, Instant at, Set<String> answers, boolean restated) {}

package org.answerloop.event.model;

import org.answerloop.conversation.model.ConversationEvent;
import org.answerloop.conversation.model.ConversationKey;

/**
 * An event that was read and keeps the contract.
 *
 * @param type as the contract writes it
 * @param fingerprint of what it says: two events with the same say the same
 */
public record AcceptableEvent(
        EventDocument document,
        String source,
        String id,
        String type,
        ConversationKey conversation,
        ConversationEvent event,
        String fingerprint) {}

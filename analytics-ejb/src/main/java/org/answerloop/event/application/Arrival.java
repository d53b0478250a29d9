package org.answerloop.event.application;

import java.time.Instant;

import org.answerloop.access.model.Grant;

/**
 * Events that have come in together.
 *
 * @param grant of whoever brings them
 * @param witness is told of the conversations that they are taken into
 * @param at to the microsecond
 */
public record Arrival(Grant grant, ConversationWitness witness, Instant at) {

    /** The same, of which nobody is told. */
    Arrival unwitnessed() {
        return new Arrival(grant, ConversationWitness.NOBODY, at);
    }
}

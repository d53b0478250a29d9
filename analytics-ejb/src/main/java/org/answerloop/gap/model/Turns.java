package org.answerloop.gap.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.answerloop.conversation.model.AuthorKind;

/** What was said in a conversation by whom, as far as questions are derived from it. */
public final class Turns {

    private final List<Turn> messages = new ArrayList<>();
    private final Set<String> requests = new HashSet<>();
    private final List<Instant> handoffs = new ArrayList<>();

    /**
     * A message.
     *
     * @param grounded whether it was ever stated with a source or an action
     * @param asks whether what it says {@link Derivation#asks asks} for something
     */
    public record Turn(String messageId, Instant at, AuthorKind author, boolean grounded, boolean asks) {}

    public void message(Turn message) {
        messages.add(message);
    }

    /** @param messageId in which the visitor asked for a human; null where it is not known */
    public void handoffRequest(String messageId) {
        requests.add(messageId);
    }

    public void handoff(Instant at) {
        handoffs.add(at);
    }

    List<Turn> of(AuthorKind author) {
        return messages.stream().filter(message -> message.author() == author).toList();
    }

    boolean asksForAHuman(Turn message) {
        return requests.contains(message.messageId());
    }

    List<Instant> handoffs() {
        return handoffs;
    }
}

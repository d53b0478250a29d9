package org.answerloop.event.model;

import java.util.Optional;
import java.util.Set;

import org.answerloop.access.model.Grant;
import org.answerloop.access.model.Scope;
import org.answerloop.conversation.model.ConversationRedacted;

/** Which events a caller may send: those of its sources, and those that have text forgotten only with the right to. */
public record SenderRights(Grant grant) {

    private static final String FOREIGN_SOURCE = "foreign-source";
    private static final String NO_RIGHT_TO_REDACT = "redaction-not-allowed";
    private static final Set<String> CODES = Set.of(FOREIGN_SOURCE, NO_RIGHT_TO_REDACT);

    /**
     * What the caller has no right to; nothing where it may send the event. Whether the event is as the contract wants it
     * is not asked here: a bad event of another's source is another's all the same.
     */
    public Optional<Problem> problem(EventReading reading) {
        if (reading.source() != null && !grant.sources().covers(reading.source())) {
            return Optional.of(new Problem(
                    FOREIGN_SOURCE,
                    "/source",
                    "This API key is bound to other sources (" + grant.sources()
                            + "); send this event with the key of its source."));
        }
        if (reading.isAcceptable()
                && reading.event().event() instanceof ConversationRedacted
                && !grant.opens(Scope.REDACTION)) {
            return Optional.of(new Problem(
                    NO_RIGHT_TO_REDACT,
                    "/type",
                    "This API key does not redact conversations: it needs the scope " + Scope.REDACTION.label() + "."));
        }
        return Optional.empty();
    }

    /** @param problem null where there is none */
    public static boolean isLackOfRight(Problem problem) {
        return problem != null && CODES.contains(problem.code());
    }
}

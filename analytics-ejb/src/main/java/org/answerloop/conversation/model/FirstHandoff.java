package org.answerloop.conversation.model;

import java.time.Instant;
import java.util.Comparator;

/** A handoff that may be the first of its conversation. */
public record FirstHandoff(Stamp stamp, HandoffTrigger trigger) {

    static final Comparator<FirstHandoff> ORDER = Comparator.comparing(FirstHandoff::stamp);

    Instant at() {
        return stamp.at();
    }
}

package org.answerloop.access.application;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.access.model.RefusalTally;
import org.answerloop.access.model.RefusalTally.Refusal;

/** The one tally of this server. */
@ApplicationScoped
class RefusalsOfServer {

    private final RefusalTally tally = new RefusalTally();

    boolean isFirst(Refusal refusal) {
        return tally.isFirst(refusal);
    }

    Map<Refusal, Integer> take() {
        return tally.take();
    }
}

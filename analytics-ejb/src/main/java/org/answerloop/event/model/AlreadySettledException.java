package org.answerloop.event.model;

import org.answerloop.kernel.BusinessException;

/** Somebody else has replayed or discarded the event in the meantime. */
public class AlreadySettledException extends BusinessException {

    private static final long serialVersionUID = 1L;

    AlreadySettledException(String by, QuarantineState state) {
        super("This event was " + (state == QuarantineState.REPLAYED ? "replayed" : "discarded") + " by " + by
                + " in the meantime.");
    }
}

package org.answerloop.conversation.model;

import org.answerloop.kernel.BusinessException;

/** A conversation has its verdict already; verdicts do not change. */
public class VerdictIsFinalException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public VerdictIsFinalException(ConversationKey key) {
        super("The conversation " + key.externalId() + " of " + key.source() + " has its verdict; a verdict is final.");
    }
}

package org.answerloop.connection.model;

import org.answerloop.kernel.BusinessException;

/** A stored secret does not open with the server's key. */
public class UnreadableSecretException extends BusinessException {

    private static final long serialVersionUID = 1L;

    UnreadableSecretException(Throwable cause) {
        super(
                "The connection's secret was sealed with another key than this server's; give every server the same"
                        + " answerloop.secret.key, or give the connection a new secret.",
                cause);
    }
}

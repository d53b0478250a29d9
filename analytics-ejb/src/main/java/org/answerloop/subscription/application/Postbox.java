package org.answerloop.subscription.application;

import org.answerloop.subscription.model.Letter;
import org.answerloop.subscription.model.UndeliveredException;

/** Where letters are handed over. */
public interface Postbox {

    /** @throws UndeliveredException where the mail server has not taken it */
    void send(Letter letter) throws UndeliveredException;
}

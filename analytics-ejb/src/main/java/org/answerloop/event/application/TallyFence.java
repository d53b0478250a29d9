package org.answerloop.event.application;

import java.util.stream.IntStream;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.gap.application.IntakeFence;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

/**
 * Every transaction of the intake holds a row of the tally of each of its sources from its last question to its end. So
 * whoever has held each row of a source for a moment, one after the other, has waited for all of them; where one of them
 * hangs, only those wait that take the same row.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class TallyFence implements IntakeFence {

    @Inject
    private TallyStripe stripe;

    @Override
    public void await(String source) {
        IntStream.range(0, IntakeTallies.STRIPES).forEach(number -> stripe.pass(source, number));
    }
}

package org.answerloop.report.application;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.pace.Rest;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

/**
 * Counts the days again on which something changed, a few in a transaction. Several servers may run it at once: of those
 * that count alike one is at it at a time, and any of them goes on where another stopped. Where many days are to be
 * counted, it makes room between the transactions: what is not counted again yet, the reports count themselves.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class RefreshRollup {

    private static final System.Logger LOG = System.getLogger(RefreshRollup.class.getName());

    /** Less is not worth a rest, in nanoseconds. */
    private static final long STEP = 500_000_000;

    /** Of its time: the figures are to be fresh while events come, too. */
    private static final double LEAST = 1.0 / 3;

    @Inject
    private RefreshChunk chunk;

    @Inject
    private Rest rest;

    /** @return how many days were counted again */
    public int run() {
        long upTo = chunk.latestStale();
        int days = 0;
        long began = System.nanoTime();
        int last = chunk.refresh(upTo);
        while (last > 0) {
            days += last;
            if (System.nanoTime() - began > STEP) {
                rest.after(System.nanoTime() - began, LEAST);
                began = System.nanoTime();
            }
            last = chunk.refresh(upTo);
        }
        chunk.forgetEarlier();
        LOG.log(System.Logger.Level.DEBUG, "Counted {0} days again for the reports.", days);
        return days;
    }
}

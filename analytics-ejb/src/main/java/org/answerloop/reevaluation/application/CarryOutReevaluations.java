package org.answerloop.reevaluation.application;

import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.kernel.FailureKind;
import org.answerloop.reevaluation.model.Reevaluation;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

/**
 * Carries out what was ordered, chunk by chunk. Several servers may do it at once, and a killed one loses nothing: what is
 * still to be done stands in a table, and goes from there in the transaction that does it.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class CarryOutReevaluations {

    private static final System.Logger LOG = System.getLogger(CarryOutReevaluations.class.getName());

    @Inject
    private ReevaluationQueue queue;

    @Inject
    private ReevaluateChunk chunk;

    /** Does all that can be done now. */
    public void run() {
        queue.open().forEach(this::carryOut);
    }

    /** What cannot be done now, as somebody holds it or an import is still telling of it, waits for the next run. */
    private void carryOut(Reevaluation order) {
        List<Long> named = chunk.next(order.id(), Long.MIN_VALUE);
        while (!named.isEmpty()) {
            judge(order, named);
            named = chunk.next(order.id(), named.get(named.size() - 1));
        }
        chunk.finish(order);
    }

    private void judge(Reevaluation order, List<Long> named) {
        try {
            chunk.judge(order, named);
        } catch (RuntimeException e) {
            stopIfItIsNoFaultOfTheirs(e);
            LOG.log(INFO, "Of re-evaluation {0} some conversations are judged one by one.", order.id());
            named.forEach(id -> judgeAlone(order, id));
        }
    }

    private void judgeAlone(Reevaluation order, long id) {
        try {
            chunk.judge(order, List.of(id));
        } catch (RuntimeException e) {
            stopIfItIsNoFaultOfTheirs(e);
            LOG.log(ERROR, "Conversation " + id + " could not be re-evaluated and keeps its verdict.", e);
            chunk.fail(order, id);
        }
    }

    /** The next run finds it all to be done as before. */
    private static void stopIfItIsNoFaultOfTheirs(RuntimeException failure) {
        if (!FailureKind.of(failure).isOfItsOwn()) {
            throw failure;
        }
    }
}

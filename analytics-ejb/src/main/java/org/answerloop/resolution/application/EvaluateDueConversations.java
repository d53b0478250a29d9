package org.answerloop.resolution.application;

import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.kernel.DatabaseOutage;
import org.answerloop.resolution.model.DueConversations.Due;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

/**
 * Gives a verdict to every conversation that is due now. Chunk by chunk, each in a transaction of its own; where a chunk
 * fails its conversations are tried one by one, and what still fails is put aside, so that one of them never costs the
 * others. Several servers may run it at once: what one holds, the others pass over.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class EvaluateDueConversations {

    private static final System.Logger LOG = System.getLogger(EvaluateDueConversations.class.getName());

    @Inject
    private EvaluateChunk chunk;

    public EvaluationResult run() {
        EvaluationResult result = EvaluationResult.NOTHING;
        List<Due> due = chunk.next(null);
        while (!due.isEmpty()) {
            result = result.plus(evaluate(due));
            due = chunk.next(due.get(due.size() - 1));
        }
        if (result.decided() > 0 || result.failed() > 0) {
            LOG.log(INFO, "Evaluated: {0} verdicts, {1} put aside.", result.decided(), result.failed());
        }
        return result;
    }

    private EvaluationResult evaluate(List<Due> due) {
        try {
            return new EvaluationResult(chunk.evaluate(due), 0);
        } catch (RuntimeException e) {
            stopIfNoDatabase(e);
            LOG.log(WARNING, "A chunk of the evaluation failed; its conversations are tried one by one.", e);
            return due.stream().map(this::evaluateAlone).reduce(EvaluationResult.NOTHING, EvaluationResult::plus);
        }
    }

    private EvaluationResult evaluateAlone(Due due) {
        try {
            return new EvaluationResult(chunk.evaluate(List.of(due)), 0);
        } catch (RuntimeException e) {
            stopIfNoDatabase(e);
            LOG.log(ERROR, "Conversation " + due.id() + " could not be evaluated and is put aside.", e);
            putAside(due);
            return new EvaluationResult(0, 1);
        }
    }

    private void putAside(Due due) {
        try {
            chunk.putAside(due);
        } catch (RuntimeException e) {
            LOG.log(
                    ERROR,
                    "Conversation " + due.id() + " could not be put aside; it is tried again at the next run.",
                    e);
        }
    }

    /** Nothing is put aside for a database that is not there: the next run finds it all due as before. */
    private static void stopIfNoDatabase(RuntimeException failure) {
        if (DatabaseOutage.isBehind(failure)) {
            throw failure;
        }
    }
}

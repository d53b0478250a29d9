package org.answerloop.gap.application;

import java.util.OptionalLong;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.kernel.FailureKind;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

/**
 * Has conversations follow what was decided of the derivation of questions, a short transaction after the other. Before the
 * first it waits for what is being taken in without knowing of the decision. No source waits for another, and none of them
 * for a conversation that fails: it is left out, and derived from again when something is told of it or decided anew.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class FollowDecisions {

    private static final System.Logger LOG = System.getLogger(FollowDecisions.class.getName());

    private static final int CHUNK = 100;

    @Inject
    private GoThroughConversations conversations;

    @Inject
    private IntakeFence fence;

    /** Does a chunk of each source. @return whether there may be more to do at once */
    public boolean goOn() {
        boolean more = false;
        for (String source : conversations.sources()) {
            more |= goOn(source);
        }
        return more;
    }

    private boolean goOn(String source) {
        try {
            if (conversations.isAtTheBeginning(source)) {
                fence.await(source);
            }
            return conversations.goOn(source, CHUNK);
        } catch (RuntimeException e) {
            return !waits(source, e) && oneByOne(source);
        }
    }

    private boolean oneByOne(String source) {
        for (int i = 0; i < CHUNK; i++) {
            try {
                if (!conversations.goOn(source, 1)) {
                    return false;
                }
            } catch (RuntimeException e) {
                if (waits(source, e)) {
                    return false;
                }
                passOver(source, e);
            }
        }
        return true;
    }

    private void passOver(String source, RuntimeException failure) {
        OptionalLong left = conversations.passOver(source);
        left.ifPresent(id -> LOG.log(
                ERROR,
                "No questions could be derived from conversation " + id + " of " + source + "; it is left out.",
                failure));
    }

    /** Where it goes by, the next run finds all to be done as before. */
    private static boolean waits(String source, RuntimeException failure) {
        boolean goesBy = FailureKind.of(failure).goesBy();
        if (goesBy) {
            LOG.log(INFO, "Deriving questions of {0} waits: {1}", source, failure.getMessage());
        }
        return goesBy;
    }
}

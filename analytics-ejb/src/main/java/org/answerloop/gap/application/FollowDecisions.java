package org.answerloop.gap.application;

import java.util.List;
import java.util.Optional;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.gap.application.DeriveFromChanged.Chunk;
import org.answerloop.gap.application.GoThroughConversations.Stretch;
import org.answerloop.kernel.DatabaseOutage;
import org.answerloop.kernel.FailureKind;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

/**
 * Has the questions of conversations follow what was told of them and what was decided of their derivation, a short transaction
 * after the other. Before the first after a decision it waits for what is being taken in without knowing of it. No source
 * waits for another, and none of them for a conversation that fails: it is left out, and derived from again when something is
 * told of it or decided anew.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class FollowDecisions {

    private static final System.Logger LOG = System.getLogger(FollowDecisions.class.getName());

    private static final int CHUNK = 100;

    /** Chunks that are looked at in vain before the next run. */
    private static final int LOOKS = 10;

    @Inject
    private DeriveFromChanged changed;

    @Inject
    private GoThroughConversations conversations;

    @Inject
    private IntakeFence fence;

    /** Does a chunk of what was told, and one of each source. @return whether there may be more to do at once */
    public boolean goOn() {
        boolean more = followWhatWasTold();
        for (String source : conversations.sources()) {
            more |= goOn(source);
        }
        return more;
    }

    /** What was noted first comes first; where all of it is held by others, what was noted next. */
    private boolean followWhatWasTold() {
        long after = 0;
        for (int looks = 0; looks < LOOKS; looks++) {
            Chunk next = changed.next(after, CHUNK);
            if (next.isEmpty()) {
                return false;
            }
            if (derive(next) > 0) {
                return true;
            }
            after = next.last();
        }
        return false;
    }

    /** @return how many are done with */
    private int derive(Chunk chunk) {
        try {
            return changed.derive(chunk);
        } catch (RuntimeException e) {
            return isOfEverybody(e) ? 0 : oneByOne(chunk);
        }
    }

    private int oneByOne(Chunk chunk) {
        int done = 0;
        for (long id : chunk.notes().keySet()) {
            Chunk one = chunk.only(id);
            try {
                done += changed.derive(one);
            } catch (RuntimeException e) {
                if (isOfEverybody(e)) {
                    return done;
                }
                // What is in the way of this one goes by, and holds up none of the others meanwhile.
                if (FailureKind.of(e).isOfItsOwn()) {
                    changed.passOver(one);
                    log(id, e);
                    done++;
                }
            }
        }
        return done;
    }

    /** The database is away, or not as it should be: nothing else would succeed either. */
    private static boolean isOfEverybody(RuntimeException failure) {
        boolean all = DatabaseOutage.isBehind(failure) || FailureKind.of(failure) == FailureKind.INSTALLATION;
        if (all) {
            LOG.log(INFO, "Deriving questions of what was told waits: {0}", failure.getMessage());
        }
        return all;
    }

    private boolean goOn(String source) {
        Optional<Stretch> next = Optional.empty();
        try {
            if (conversations.next(source, 1).filter(Stretch::isBeginning).isPresent()) {
                fence.await(source);
            }
            next = conversations.next(source, CHUNK);
            return next.isPresent() && conversations.goOn(next.get());
        } catch (RuntimeException e) {
            return !isNoFaultOfTheirs("Deriving questions of " + source, e)
                    && next.filter(this::oneByOne).isPresent();
        }
    }

    private boolean oneByOne(Stretch stretch) {
        long after = stretch.after();
        for (long id : stretch.conversations()) {
            Stretch one = new Stretch(stretch.source(), after, List.of(id));
            try {
                if (!conversations.goOn(one)) {
                    return false;
                }
            } catch (RuntimeException e) {
                if (isNoFaultOfTheirs("Deriving questions of " + stretch.source(), e) || !conversations.passOver(one)) {
                    return false;
                }
                log(id, e);
            }
            after = id;
        }
        return true;
    }

    private static void log(long conversation, RuntimeException failure) {
        LOG.log(
                ERROR,
                "No questions could be derived from conversation " + conversation + "; it is left out.",
                failure);
    }

    /** Where it is the conversation itself, it is left out; whatever else it is, the next run finds all to be done as before. */
    private static boolean isNoFaultOfTheirs(String what, RuntimeException failure) {
        boolean waits = !FailureKind.of(failure).isOfItsOwn();
        if (waits) {
            LOG.log(INFO, "{0} waits: {1}", what, failure.getMessage());
        }
        return waits;
    }
}

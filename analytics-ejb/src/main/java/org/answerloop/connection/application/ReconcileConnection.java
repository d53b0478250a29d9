package org.answerloop.connection.application;

import java.util.List;
import java.util.Optional;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.access.model.Grant;
import org.answerloop.connection.application.ReconciliationQueue.Claimed;
import org.answerloop.connection.model.ChatwootHistory;
import org.answerloop.connection.model.ChatwootHistory.Page;
import org.answerloop.connection.model.Connection;
import org.answerloop.connection.model.Inquiry;
import org.answerloop.connection.model.PlatformApi;
import org.answerloop.connection.model.PlatformApis;
import org.answerloop.connection.model.PlatformUnavailableException;
import org.answerloop.connection.model.Reconciliation;
import org.answerloop.connection.model.Reconciliation.Stage;
import org.answerloop.connection.model.ReconciliationFault;
import org.answerloop.connection.model.SecretBox;
import org.answerloop.connection.model.TouchedConversation;
import org.answerloop.connection.model.UnmappableException;
import org.answerloop.connection.model.UnreadableSecretException;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.application.InboxReader;
import org.answerloop.event.application.IntakeUnavailableException;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

/**
 * Asks a platform for what its webhooks have missed, and sends it the way that all events go. What is known already is left
 * alone, so a page that is compared twice changes nothing the second time.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class ReconcileConnection {

    private static final System.Logger LOG = System.getLogger(ReconcileConnection.class.getName());

    /** After so many pages others have their turn. */
    private static final int TURN = 20;

    private static final List<String> CHANGES = List.of("conversation.closed", "handoff.made");

    @Inject
    private ReconciliationQueue queue;

    @Inject
    private EventIntake intake;

    @Inject
    private InboxReader inbox;

    @Inject
    private PlatformApis apis;

    @Inject
    private SecretBox box;

    /** What came of a page. */
    private record Outcome(boolean last, int conversations, int events) {}

    public void run(long connectionId) {
        boolean goesOn = true;
        for (int page = 0; page < TURN && goesOn; page++) {
            goesOn = queue.claim(connectionId).filter(this::compare).isPresent();
        }
    }

    /** @return whether it can go on */
    private boolean compare(Claimed claimed) {
        try {
            Outcome outcome = compare(claimed.connection(), claimed.reconciliation());
            queue.advance(claimed, outcome.last(), outcome.conversations(), outcome.events());
            return true;
        } catch (UnmappableException | PlatformUnavailableException e) {
            return failed(claimed, ReconciliationFault.UNANSWERED, e);
        } catch (UnreadableSecretException e) {
            return failed(claimed, ReconciliationFault.SEALED, e);
        } catch (IntakeUnavailableException e) {
            return failed(claimed, ReconciliationFault.UNSTORABLE, e);
        } catch (RuntimeException e) {
            return failed(claimed, ReconciliationFault.FAILED, e);
        }
    }

    private Outcome compare(Connection connection, Reconciliation run) throws UnmappableException {
        ChatwootHistory history = new ChatwootHistory(inquiry(connection, run));
        if (run.stage() == Stage.RATINGS) {
            Page<EventDocument> ratings = history.ratings(run.page());
            return new Outcome(ratings.last(), 0, take(connection, ratings.items()));
        }
        Page<TouchedConversation> page = history.conversations(run.page());
        int found = 0;
        for (TouchedConversation conversation : page.items()) {
            found += take(connection, history.events(conversation));
        }
        return new Outcome(page.last(), page.items().size(), found);
    }

    private Inquiry inquiry(Connection connection, Reconciliation run) {
        Optional<PlatformApi> api = connection.api(box).map(access -> apis.of(connection.platform(), access));
        return new Inquiry(
                run.since(),
                run.until(),
                connection.mapping(),
                api.orElse(PlatformApi.NONE),
                conversation -> inbox.ids(connection.source(), conversation, CHANGES));
    }

    /** @return how many of them no webhook had brought */
    private int take(Connection connection, List<EventDocument> events) {
        int found = (int) intake.takeUnknown(events, Grant.ofTheHouse("Connection: " + connection.name())).stream()
                .filter(result -> result.status() == EventResult.Status.ACCEPTED)
                .count();
        if (found > 0) {
            LOG.log(INFO, "Connection {0}: {1} events had been missed.", connection.name(), found);
        }
        return found;
    }

    private boolean failed(Claimed claimed, ReconciliationFault why, Exception cause) {
        LOG.log(WARNING, "The platform of connection " + claimed.connection().name() + " could not be asked", cause);
        queue.fail(claimed, why);
        return false;
    }
}

package org.answerloop.sample.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.sample.model.SampleHistory;
import org.answerloop.settings.Settings;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

/**
 * Fills an empty database of a development server, through the same intake as real events. Verdicts follow as they do
 * for real ones: by the evaluation, which finds the conversations due.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class SampleDataLoader {

    private static final System.Logger LOG = System.getLogger(SampleDataLoader.class.getName());
    private static final long SEED = 20_260_105;
    private static final int BATCH = 2_000;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private EventIntake intake;

    /** Does nothing in production, where none is wanted, or where there is any data. */
    public void load() {
        if (!settings.development() || settings.sample() == 0 || !intake.isUntouched()) {
            return;
        }
        Instant begun = clock.instant();
        LOG.log(INFO, "Loading {0} sample conversations.", settings.sample());
        long events = send(new SampleHistory(SEED, begun, settings.sample()));
        // One line that scripts wait for: plain numbers, whatever the locale of the server.
        LOG.log(
                INFO,
                String.format(
                        Locale.ROOT,
                        "Sample data is in: %d conversations, %d events in %d s.",
                        settings.sample(),
                        events,
                        Duration.between(begun, clock.instant()).toSeconds()));
    }

    private long send(SampleHistory history) {
        long sent = 0;
        List<EventDocument> batch = new ArrayList<>(BATCH);
        Iterator<List<EventDocument>> conversations = history.conversations().iterator();
        while (conversations.hasNext()) {
            batch.addAll(conversations.next());
            if (batch.size() >= BATCH || !conversations.hasNext()) {
                intake.take(batch).forEach(SampleDataLoader::complainOfRejection);
                sent += batch.size();
                batch = new ArrayList<>(BATCH);
            }
        }
        return sent;
    }

    private static void complainOfRejection(EventResult result) {
        if (result.status() == EventResult.Status.REJECTED) {
            LOG.log(ERROR, "The sample event {0} was rejected: {1}", result.id(), result.problem());
        }
    }
}

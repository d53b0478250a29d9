package org.answerloop.connection.application;

import java.util.ArrayList;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.access.model.Grant;
import org.answerloop.connection.application.DeliveryQueue.Claimed;
import org.answerloop.connection.model.Platform;
import org.answerloop.connection.model.PlatformApi;
import org.answerloop.connection.model.PlatformApis;
import org.answerloop.connection.model.PlatformUnavailableException;
import org.answerloop.connection.model.SamplePayload;
import org.answerloop.connection.model.SecretBox;
import org.answerloop.connection.model.UnmappableException;
import org.answerloop.connection.model.UnreadableSecretException;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.application.IntakeUnavailableException;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static java.lang.System.Logger.Level.WARNING;

/**
 * Says what was delivered in the words of the event contract, and sends it the way that all events go. A delivery that is
 * worked on twice changes nothing the second time, so one whose worker was killed is simply worked on again.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class WorkDeliveries {

    private static final System.Logger LOG = System.getLogger(WorkDeliveries.class.getName());

    private static final int CHUNK = 20;

    @Inject
    private DeliveryQueue queue;

    @Inject
    private EventIntake intake;

    @Inject
    private PlatformApis apis;

    @Inject
    private SecretBox box;

    /** Works on what a connection has delivered, as long as its platform answers where it has to be asked. */
    public void run(long connectionId) {
        List<Claimed> claimed = queue.claim(connectionId, CHUNK);
        while (!claimed.isEmpty() && work(claimed)) {
            claimed = queue.claim(connectionId, CHUNK);
        }
    }

    /** Works on this one at once; where somebody else does already, that will do. */
    public void run(long connectionId, String deliveryId) {
        queue.claim(deliveryId, connectionId).ifPresent(delivery -> work(List.of(delivery)));
    }

    /** Where the platform does not answer, those that would ask it next are put off without asking. */
    private boolean work(List<Claimed> claimed) {
        for (int i = 0; i < claimed.size(); i++) {
            try {
                work(claimed.get(i));
            } catch (PlatformUnavailableException e) {
                claimed.subList(i, claimed.size()).forEach(delivery -> queue.putOff(delivery.id(), e.getMessage()));
                return false;
            }
        }
        return true;
    }

    private void work(Claimed delivery) {
        try {
            List<EventDocument> events = delivery.connection()
                    .platform()
                    .events(delivery.payload(), delivery.connection().mapping(), api(delivery));
            settle(delivery, events);
        } catch (PlatformUnavailableException e) {
            throw e;
        } catch (UnmappableException | UnreadableSecretException e) {
            queue.failed(delivery.id(), e.getMessage());
        } catch (IntakeUnavailableException e) {
            queue.putOff(delivery.id(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(WARNING, "Delivery " + delivery.id() + " could not be worked on", e);
            queue.failed(delivery.id(), "The server failed to work on this delivery; its log says why.");
        }
    }

    private PlatformApi api(Claimed delivery) {
        return delivery.test()
                ? SamplePayload.api(delivery.deliveryId(), delivery.receivedAt())
                : delivery.connection()
                        .api(box)
                        .map(access -> apis.of(delivery.connection().platform(), access))
                        .orElse(PlatformApi.NONE);
    }

    private void settle(Claimed delivery, List<EventDocument> mapped) {
        List<EventDocument> events = new ArrayList<>(mapped);
        if (delivery.test()) {
            events.add(
                    SamplePayload.flag(delivery.connection().source(), delivery.deliveryId(), delivery.receivedAt()));
        }
        List<EventResult> refused = taken(delivery, events).stream()
                .filter(result -> result.status() == EventResult.Status.REJECTED)
                .toList();
        if (refused.isEmpty()) {
            queue.done(delivery.id(), events.size());
        } else {
            queue.failed(
                    delivery.id(),
                    refused.size() + " of " + events.size() + " events were refused and are in quarantine: "
                            + refused.get(0).problem().detail());
        }
    }

    /** A platform tells the same in several ways, and the first counts; a system's own events contradict each other openly. */
    private List<EventResult> taken(Claimed delivery, List<EventDocument> events) {
        Grant grant = Grant.ofTheHouse("Connection: " + delivery.connection().name());
        return delivery.connection().platform() == Platform.STANDARD_WEBHOOKS
                ? intake.take(events, grant)
                : intake.takeUnknown(events, grant);
    }
}

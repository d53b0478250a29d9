package org.answerloop.connection.application;

import java.util.ArrayList;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.connection.application.DeliveryQueue.Claimed;
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

    /** @return how many deliveries were worked on */
    public int run() {
        int worked = 0;
        List<Claimed> claimed;
        do {
            claimed = queue.claim(CHUNK);
            claimed.forEach(this::work);
            worked += claimed.size();
        } while (!claimed.isEmpty());
        return worked;
    }

    private void work(Claimed delivery) {
        try {
            List<EventDocument> events = delivery.connection()
                    .platform()
                    .events(delivery.payload(), delivery.connection().mapping(), api(delivery));
            settle(delivery, events);
        } catch (UnmappableException | UnreadableSecretException e) {
            queue.failed(delivery.id(), e.getMessage());
        } catch (IntakeUnavailableException | PlatformUnavailableException e) {
            queue.putOff(delivery.id(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(WARNING, "Delivery " + delivery.id() + " could not be worked on", e);
            queue.failed(delivery.id(), "The server failed to work on this delivery; its log says why.");
        }
    }

    private PlatformApi api(Claimed delivery) {
        return delivery.test()
                ? SamplePayload.api(delivery.deliveryId(), delivery.receivedAt())
                : delivery.connection().api(box).map(apis::of).orElse(PlatformApi.NONE);
    }

    private void settle(Claimed delivery, List<EventDocument> mapped) {
        List<EventDocument> events = new ArrayList<>(mapped);
        if (delivery.test()) {
            events.add(
                    SamplePayload.flag(delivery.connection().source(), delivery.deliveryId(), delivery.receivedAt()));
        }
        List<EventResult> refused = intake.take(events).stream()
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
}

package org.answerloop.connection.application;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.access.model.Role;
import org.answerloop.connection.application.ReceiveDelivery.Answer;
import org.answerloop.connection.model.Connection;
import org.answerloop.connection.model.IncomingDelivery;
import org.answerloop.connection.model.SamplePayload;
import org.answerloop.connection.model.SecretBox;
import org.answerloop.connection.model.UnusableConnectionException;
import org.answerloop.connection.model.UnusableConnectionException.Reason;
import org.answerloop.connection.model.WebhookDelivery;
import org.answerloop.connection.model.WebhookRequest;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

/**
 * Sends a connection a sample of what its platform sends, signed with its current secret, the way that deliveries take, but
 * for the network. The sample's conversation is flagged as a test and counts nowhere.
 */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
@TransactionAttribute(NOT_SUPPORTED)
public class TryConnection {

    @Inject
    private Connections connections;

    @Inject
    private ReceiveDelivery receiving;

    @Inject
    private WorkDeliveries work;

    @Inject
    private Deliveries deliveries;

    @Inject
    private SecretBox box;

    @Inject
    private Clock clock;

    /**
     * What came of it.
     *
     * @param delivery as it stands now; empty where it was turned away
     */
    public record Trial(Answer answer, Optional<WebhookDelivery> delivery) {}

    public Trial send(long connectionId) {
        Connection connection =
                connections.find(connectionId).orElseThrow(() -> new UnusableConnectionException(Reason.UNKNOWN));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String id = SamplePayload.CONVERSATION + "-" + now.toEpochMilli();
        byte[] body = SamplePayload.of(connection, id, now).getBytes(StandardCharsets.UTF_8);
        String secret = connection.secrets(box).get(0);
        WebhookRequest unsigned = new WebhookRequest("https://localhost/", Map.of(), body);
        WebhookRequest request = unsigned.with(connection.platform().scheme().sign(unsigned, id, secret, now));
        Answer answer = receiving.receive(connection.platform().path(), connection.address(), request, true);
        String delivery = IncomingDelivery.of(connection.platform(), request).id();
        work.run(connectionId, delivery);
        return new Trial(answer, deliveries.find(connectionId, delivery));
    }
}

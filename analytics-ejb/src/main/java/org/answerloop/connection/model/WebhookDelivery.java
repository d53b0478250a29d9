package org.answerloop.connection.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.answerloop.connection.model.UnusableConnectionException.Reason;

/** Something that a platform delivered: taken in at once, worked on afterwards. */
@Entity
@Table(name = "webhook_delivery")
public class WebhookDelivery {

    private static final int PROBLEM = 2000;
    private static final int MOST_DOUBLINGS = 9;

    @Id
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "connection_id")
    private Connection connection;

    @Column(name = "delivery_id")
    private String deliveryId;

    @Column(name = "received_at")
    private Instant receivedAt;

    private String headers;
    private String payload;
    private boolean test;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    private String problem;
    private int events;
    private int attempts;

    @Column(name = "due_at")
    private Instant dueAt;

    protected WebhookDelivery() {}

    /** Somebody works on it now; where nobody says what came of it by then, it is somebody else's. */
    public void claim(Instant until) {
        attempts++;
        dueAt = until;
    }

    /** @param taken how many events are in the inbox for it */
    public void done(int taken) {
        conclude(taken == 0 ? DeliveryState.IGNORED : DeliveryState.DONE, null);
        events = taken;
        payload = "";
    }

    public void failed(String sentence) {
        conclude(DeliveryState.FAILED, sentence);
    }

    /** It cannot be worked on at the moment; it is tried again after a while, longer each time, and never given up. */
    public void putOff(String sentence, Instant now) {
        problem = cut(sentence);
        dueAt = now.plus(Duration.ofSeconds(1L << Math.min(attempts, MOST_DOUBLINGS)));
    }

    /** Try it again, for what made it fail may be mended. */
    public void retry(Instant now) {
        if (state != DeliveryState.FAILED || payload.isEmpty()) {
            throw new UnusableConnectionException(Reason.NOT_FAILED);
        }
        state = DeliveryState.RECEIVED;
        problem = null;
        dueAt = now;
    }

    private void conclude(DeliveryState how, String sentence) {
        state = how;
        problem = sentence == null ? null : cut(sentence);
        dueAt = null;
    }

    public Long id() {
        return id;
    }

    public Connection connection() {
        return connection;
    }

    public String deliveryId() {
        return deliveryId;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** What its headers say besides the signature. */
    public String headers() {
        return headers;
    }

    /** Empty once its events are in the inbox. */
    public String payload() {
        return payload;
    }

    /** The conversations that it names, as far as it can be read. */
    public Set<String> conversations() {
        return connection.platform().conversations(payload);
    }

    /** Whether it is a sample that an administrator sent. */
    public boolean isTest() {
        return test;
    }

    public DeliveryState state() {
        return state;
    }

    /** Null where there is none. */
    public String problem() {
        return problem;
    }

    public int events() {
        return events;
    }

    public int attempts() {
        return attempts;
    }

    private static String cut(String text) {
        return text.length() <= PROBLEM ? text : text.substring(0, PROBLEM);
    }
}

package org.answerloop.sample.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.answerloop.event.model.EventComposer;
import org.answerloop.event.model.EventDetails;
import org.answerloop.event.model.EventDetails.Author;
import org.answerloop.event.model.EventDocument;

/** The events of one conversation as they occur; what would occur after the reference instant has not happened yet. */
final class Transcript {

    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final LocalTime CLOSING = LocalTime.of(20, 0);

    private final EventComposer composer;
    private final String conversation;
    private final Instant reference;
    private final List<EventDocument> events = new ArrayList<>();
    private Instant now;
    private int written;
    private int messages;

    Transcript(EventComposer composer, String conversation, Instant begin, Instant reference) {
        this.composer = composer;
        this.conversation = conversation;
        this.now = begin;
        this.reference = reference;
    }

    void write(EventDetails details) {
        written++;
        if (!now.isAfter(reference)) {
            events.add(composer.compose(
                    String.format(Locale.ROOT, "%s-%02d", conversation, written), conversation, now, details));
        }
    }

    /** @return the message's id */
    String post(Author author, String text, List<EventDetails.ContentSource> sources, List<EventDetails.Action> done) {
        messages++;
        String id = "m" + messages;
        write(new EventDetails.Posted(id, author, text, sources, done));
        return id;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Teammates sleep: a moment outside their hours moves to the next morning, as far after the opening. */
    void passUntilOpen(Duration afterOpening) {
        ZonedDateTime local = now.atZone(Arrivals.ZONE);
        LocalTime time = local.toLocalTime();
        if (time.isBefore(OPENING)) {
            now = local.with(OPENING).toInstant().plus(afterOpening);
        } else if (time.isAfter(CLOSING)) {
            now = local.plusDays(1).with(OPENING).toInstant().plus(afterOpening);
        }
    }

    List<EventDocument> events() {
        return events;
    }
}

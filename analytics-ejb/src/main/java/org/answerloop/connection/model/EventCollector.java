package org.answerloop.connection.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.answerloop.event.model.EventComposer;
import org.answerloop.event.model.EventDetails;
import org.answerloop.event.model.EventDocument;

/** Collects the events of one conversation. */
final class EventCollector {

    private final EventComposer composer;
    private final String conversation;
    private final List<EventDocument> events = new ArrayList<>();

    EventCollector(String source, String conversation) {
        this.composer = new EventComposer(source);
        this.conversation = conversation;
    }

    EventCollector add(String id, Instant time, EventDetails details) {
        events.add(composer.compose(id, conversation, time, details));
        return this;
    }

    List<EventDocument> events() {
        return List.copyOf(events);
    }
}

package org.answerloop.event.application;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.audit.application.AuditTrail;
import org.answerloop.conversation.model.ConversationRedacted;
import org.answerloop.event.model.AcceptableEvent;

/**
 * Puts into the audit who had which conversations forgotten, in the transaction that does it: one entry for those of a
 * source that came together, so that redacting many does not bury what else is in the audit.
 */
@ApplicationScoped
class RedactionRecord {

    private static final String ACTION = "conversation.redacted";

    @Inject
    private AuditTrail audit;

    /** @param by who brought the events */
    void note(List<AcceptableEvent> events, String by) {
        Map<String, TreeSet<String>> idsBySource = new TreeMap<>();
        events.stream()
                .filter(event -> event.event() instanceof ConversationRedacted)
                .map(AcceptableEvent::conversation)
                .forEach(key -> idsBySource
                        .computeIfAbsent(key.source(), source -> new TreeSet<>())
                        .add(key.externalId()));
        idsBySource.forEach((source, ids) -> {
            if (ids.size() == 1) {
                audit.recordAs(by, ACTION, source + " " + ids.first(), null, null);
            } else {
                audit.recordAs(by, ACTION, source, null, ids.size() + ": " + String.join(" ", ids));
            }
        });
    }
}

package org.answerloop.event.model;

/**
 * One event, looked into.
 *
 * @param document as it came in
 * @param source null where it could not be read
 * @param id null where it could not be read
 * @param event what it says; null where there is a problem
 * @param problem null where there is none
 */
public record EventReading(EventDocument document, String source, String id, AcceptableEvent event, Problem problem) {

    static EventReading acceptable(AcceptableEvent event) {
        return new EventReading(event.document(), event.source(), event.id(), event, null);
    }

    static EventReading refused(EventDocument document, String source, String id, Problem problem) {
        return new EventReading(document, source, id, null, problem);
    }

    /** The same event, refused after all. */
    public EventReading refused(Problem reason) {
        return refused(document, source, id, reason);
    }

    public boolean isAcceptable() {
        return problem == null;
    }
}

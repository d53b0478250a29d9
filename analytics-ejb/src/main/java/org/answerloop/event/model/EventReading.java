package org.answerloop.event.model;

/**
 * One event, looked into.
 *
 * @param document as it came in
 * @param identity what it says it is, as far as that could be read
 * @param event what it says; null where there is a problem
 * @param problem null where there is none
 */
public record EventReading(EventDocument document, Identity identity, AcceptableEvent event, Problem problem) {

    /** Each is null where it could not be read. */
    public record Identity(String source, String id, String subject) {}

    static EventReading acceptable(AcceptableEvent event) {
        Identity identity =
                new Identity(event.source(), event.id(), event.conversation().externalId());
        return new EventReading(event.document(), identity, event, null);
    }

    static EventReading refused(EventDocument document, Identity identity, Problem problem) {
        return new EventReading(document, identity, null, problem);
    }

    /** The same event, refused after all. */
    public EventReading refused(Problem reason) {
        return refused(document, identity, reason);
    }

    public boolean isAcceptable() {
        return problem == null;
    }

    /** Null where it could not be read. */
    public String source() {
        return identity.source();
    }

    /** Null where it could not be read. */
    public String id() {
        return identity.id();
    }
}

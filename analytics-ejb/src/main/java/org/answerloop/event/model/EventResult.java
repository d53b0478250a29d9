package org.answerloop.event.model;

/**
 * What became of one event.
 *
 * @param id the event's id, or null where it could not be read
 * @param late accepted, but after the verdict that it would have belonged to
 * @param problem why it was rejected; null otherwise
 */
public record EventResult(String id, Status status, boolean late, Problem problem) {

    /** Whether the event is part of its conversation now. */
    public enum Status {
        /** It is, from now on. */
        ACCEPTED,
        /** It was already: it changes nothing. */
        DUPLICATE,
        /** It is not, for the reason that is told. */
        REJECTED
    }

    public static EventResult accepted(String id, boolean late) {
        return new EventResult(id, Status.ACCEPTED, late, null);
    }

    public static EventResult duplicate(String id) {
        return new EventResult(id, Status.DUPLICATE, false, null);
    }

    public static EventResult rejected(String id, Problem problem) {
        return new EventResult(id, Status.REJECTED, false, problem);
    }
}

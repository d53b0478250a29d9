package org.answerloop.conversation.model;

/** Somebody who takes part, as the source names them; the id, the name or both may be null. */
public record Participant(String id, String name) {

    public static final Participant UNKNOWN = new Participant(null, null);

    public boolean isKnown() {
        return id != null || name != null;
    }
}

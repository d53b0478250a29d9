package org.answerloop.event.model;

/**
 * What is wrong with an event, and how to mend it.
 *
 * @param code short and stable, for programs: {@code missing-attribute}, {@code conflict} …
 * @param pointer RFC 6901 JSON pointer to the member at fault; empty for the event as a whole
 * @param detail one sentence for a person
 */
public record Problem(String code, String pointer, String detail) {

    /** The code of an event whose id is known with other content. */
    public static final String CONFLICT = "conflict";

    /** The code of an event that cannot be stored though nothing is wrong with it by the contract. */
    public static final String UNSTORABLE = "unstorable";
}

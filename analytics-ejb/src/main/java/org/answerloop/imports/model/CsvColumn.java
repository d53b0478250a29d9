package org.answerloop.imports.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of a CSV file, in the order of the template. Their names are written in any case, with spaces or hyphens
 * for the underscores; those that a file does not need may be left out.
 */
public enum CsvColumn {
    /** The conversation's id in its source. */
    CONVERSATION,
    /** When it occurred: RFC 3339, a local date and time such as {@code 2026-01-31 09:30}, or seconds since 1970. */
    TIME,
    /** The type of the event; a message where it is empty. */
    TYPE,
    /** What the event is known by in its source; made of the row's content where it is empty. */
    EVENT_ID,
    CHANNEL,
    LANGUAGE,
    /** Who wrote the message or closed the conversation: visitor, customer_agent or teammate. */
    AUTHOR,
    AUTHOR_ID,
    AUTHOR_NAME,
    MESSAGE_ID,
    /** The message, the question, the comment of a rating, or the reason of a handoff. */
    TEXT,
    /** Titles of the content that the reply refers to, with a bar between them. */
    SOURCE_TITLES,
    /** Their addresses, in the same order. */
    SOURCE_URLS,
    /** Names of what the agent did, with a bar between them. */
    ACTIONS,
    /** helpful or not_helpful; in the row of a message it is a rating of this message. */
    RATING,
    /** Of a handoff: agent, rule or manual. */
    TRIGGER,
    TO_ID,
    TO_NAME,
    /** The customer agent of the conversation. */
    AGENT_ID,
    AGENT_NAME,
    TICKET_ID,
    TICKET_URL,
    TICKET_CLOSED,
    /** test or spam. */
    FLAG,
    /** Whether the flag is raised. */
    ON,
    TEST;

    private static final Map<String, CsvColumn> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toMap(CsvColumn::label, Function.identity()));

    /** As the template writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CsvColumn> named(String header) {
        String label = header.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Optional.ofNullable(BY_LABEL.get(label));
    }
}

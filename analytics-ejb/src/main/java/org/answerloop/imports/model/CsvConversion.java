package org.answerloop.imports.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.answerloop.event.model.EventComposer;
import org.answerloop.event.model.EventDetails;
import org.answerloop.event.model.EventDetails.Action;
import org.answerloop.event.model.EventDetails.Assigned;
import org.answerloop.event.model.EventDetails.Author;
import org.answerloop.event.model.EventDetails.Closed;
import org.answerloop.event.model.EventDetails.ContentSource;
import org.answerloop.event.model.EventDetails.Flagged;
import org.answerloop.event.model.EventDetails.HandedOff;
import org.answerloop.event.model.EventDetails.HandoffRequested;
import org.answerloop.event.model.EventDetails.Person;
import org.answerloop.event.model.EventDetails.Posted;
import org.answerloop.event.model.EventDetails.Rated;
import org.answerloop.event.model.EventDetails.Redacted;
import org.answerloop.event.model.EventDetails.Started;
import org.answerloop.event.model.EventDetails.Ticket;
import org.answerloop.event.model.EventDetails.Unanswered;
import org.answerloop.event.model.EventDocument;

/** Turns a row into events of the contract; what the contract refuses is left to the intake to say. */
final class CsvConversion {

    static final String MESSAGE = "message.posted";
    static final String START = "conversation.started";

    /** A rating follows the message that it is about. */
    private static final Duration AFTER_THE_MESSAGE = Duration.ofMillis(1);

    private final CsvOptions options;
    private final EventComposer composer;

    CsvConversion(CsvOptions options) {
        this.options = options;
        this.composer = new EventComposer(options.source());
    }

    static String type(CsvRow row) {
        String type = row.word(CsvColumn.TYPE);
        return type == null ? MESSAGE : type.toLowerCase(Locale.ROOT);
    }

    /** @param starts whether the conversation begins with this row */
    List<EventDocument> events(CsvRow row, boolean starts) throws UnreadableItemException {
        String conversation = row.required(CsvColumn.CONVERSATION);
        Instant at = row.time(options.zone());
        String content = "csv-" + row.fingerprint();
        String id = row.word(CsvColumn.EVENT_ID) == null ? content : row.word(CsvColumn.EVENT_ID);
        String messageId = row.word(CsvColumn.MESSAGE_ID);
        EventDetails details = details(row, messageId == null ? content : messageId);
        List<EventDocument> events = new ArrayList<>();
        if (starts) {
            events.add(composer.compose(content + "/start", conversation, at, started(row)));
        }
        events.add(composer.compose(id, conversation, at, details));
        String rating = row.word(CsvColumn.RATING);
        if (details instanceof Posted posted && rating != null) {
            Rated rated = new Rated(rating.toLowerCase(Locale.ROOT), posted.messageId(), null);
            events.add(composer.compose(content + "/rating", conversation, at.plus(AFTER_THE_MESSAGE), rated));
        }
        return events;
    }

    private EventDetails details(CsvRow row, String messageId) throws UnreadableItemException {
        return switch (type(row)) {
            case MESSAGE -> posted(row, messageId);
            case START -> started(row);
            case "agent.assigned" -> new Assigned(agent(row));
            case "question.unanswered" -> new Unanswered(textOf(row), row.word(CsvColumn.MESSAGE_ID));
            case "handoff.requested" -> new HandoffRequested(row.word(CsvColumn.MESSAGE_ID));
            case "handoff.made" ->
                new HandedOff(lower(row.required(CsvColumn.TRIGGER)), to(row), row.text(CsvColumn.TEXT));
            case "feedback.given" ->
                new Rated(
                        lower(row.required(CsvColumn.RATING)),
                        row.word(CsvColumn.MESSAGE_ID),
                        row.text(CsvColumn.TEXT));
            case "conversation.closed" ->
                new Closed(row.word(CsvColumn.AUTHOR) == null ? null : author(row), row.flag(CsvColumn.TICKET_CLOSED));
            case "conversation.flagged" -> flagged(row);
            case "conversation.redacted" -> new Redacted();
            default ->
                throw CsvRow.problem(
                        "unknown-type",
                        CsvColumn.TYPE,
                        "takes " + START + ", agent.assigned, " + MESSAGE + ", question.unanswered, handoff.requested,"
                                + " handoff.made, feedback.given, conversation.closed, conversation.flagged or"
                                + " conversation.redacted; an empty one is a message");
        };
    }

    private Posted posted(CsvRow row, String messageId) throws UnreadableItemException {
        List<ContentSource> sources = sources(row);
        List<Action> actions = row.list(CsvColumn.ACTIONS).stream()
                .filter(name -> !name.isEmpty())
                .map(Action::new)
                .toList();
        String text = row.text(CsvColumn.TEXT);
        return new Posted(
                messageId,
                author(row),
                text == null ? "" : text,
                sources.isEmpty() ? null : sources,
                actions.isEmpty() ? null : actions);
    }

    /** A title or an address alone names a source too. */
    private static List<ContentSource> sources(CsvRow row) {
        List<String> titles = row.list(CsvColumn.SOURCE_TITLES);
        List<String> urls = row.list(CsvColumn.SOURCE_URLS);
        List<ContentSource> sources = new ArrayList<>();
        for (int i = 0; i < Math.max(titles.size(), urls.size()); i++) {
            String title = i < titles.size() && !titles.get(i).isEmpty() ? titles.get(i) : null;
            String url = i < urls.size() && !urls.get(i).isEmpty() ? urls.get(i) : null;
            if (title != null || url != null) {
                sources.add(new ContentSource("article", null, title, url));
            }
        }
        return sources;
    }

    private Started started(CsvRow row) throws UnreadableItemException {
        String channel = row.word(CsvColumn.CHANNEL);
        String language = row.word(CsvColumn.LANGUAGE);
        String ticketId = row.word(CsvColumn.TICKET_ID);
        String ticketUrl = row.word(CsvColumn.TICKET_URL);
        return new Started(
                channel == null ? options.channel() : channel,
                language == null ? options.language() : language,
                ticketId == null && ticketUrl == null ? null : new Ticket(ticketId, ticketUrl),
                row.word(CsvColumn.AGENT_ID) == null ? null : agent(row),
                row.flag(CsvColumn.TEST));
    }

    private Author author(CsvRow row) throws UnreadableItemException {
        String kind = lower(row.required(CsvColumn.AUTHOR));
        String id = row.word(CsvColumn.AUTHOR_ID);
        String name = row.word(CsvColumn.AUTHOR_NAME);
        if (kind.equals("customer_agent") && id == null) {
            Person agent = agent(row);
            return new Author(kind, agent.id(), name == null ? agent.name() : name);
        }
        return new Author(kind, id, name);
    }

    private Person agent(CsvRow row) {
        String id = row.word(CsvColumn.AGENT_ID);
        String name = row.word(CsvColumn.AGENT_NAME);
        if (id == null) {
            return options.agent();
        }
        return new Person(id, name == null ? id : name);
    }

    private static Person to(CsvRow row) {
        String id = row.word(CsvColumn.TO_ID);
        String name = row.word(CsvColumn.TO_NAME);
        return id == null && name == null ? null : new Person(id, name);
    }

    private static Flagged flagged(CsvRow row) throws UnreadableItemException {
        row.required(CsvColumn.ON);
        return new Flagged(lower(row.required(CsvColumn.FLAG)), row.flag(CsvColumn.ON));
    }

    private static String textOf(CsvRow row) throws UnreadableItemException {
        row.required(CsvColumn.TEXT);
        return row.text(CsvColumn.TEXT);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}

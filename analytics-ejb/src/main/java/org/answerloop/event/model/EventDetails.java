package org.answerloop.event.model;

import java.util.List;

/**
 * The {@code data} of an event of the contract, for those inside the house that send events: the record is the type.
 * Members that are null are left out. Times, ids and the source are not part of it, see {@link EventComposer}.
 */
public sealed interface EventDetails {

    /** The CloudEvents type, such as {@code message.posted}. */
    String type();

    /** Somebody with an id in the source. */
    record Person(String id, String name) {}

    /** Who wrote or did something; {@code kind} is {@code visitor}, {@code customer_agent} or {@code teammate}. */
    record Author(String kind, String id, String name) {

        public static Author visitor(String id, String name) {
            return new Author("visitor", id, name);
        }

        public static Author customerAgent(Person agent) {
            return new Author("customer_agent", agent.id(), agent.name());
        }

        public static Author teammate(Person teammate) {
            return new Author("teammate", teammate.id(), teammate.name());
        }
    }

    record Ticket(String id, String url) {}

    record ContentSource(String type, String id, String title, String url) {}

    record Action(String name) {}

    record Started(String channel, String language, Ticket ticket, Person customerAgent, Boolean test)
            implements EventDetails {
        @Override
        public String type() {
            return "conversation.started";
        }
    }

    record Assigned(Person customerAgent) implements EventDetails {
        @Override
        public String type() {
            return "agent.assigned";
        }
    }

    record Posted(String messageId, Author author, String text, List<ContentSource> sources, List<Action> actions)
            implements EventDetails {
        @Override
        public String type() {
            return "message.posted";
        }
    }

    record Unanswered(String question, String messageId) implements EventDetails {
        @Override
        public String type() {
            return "question.unanswered";
        }
    }

    record HandoffRequested(String messageId) implements EventDetails {
        @Override
        public String type() {
            return "handoff.requested";
        }
    }

    record HandedOff(String trigger, Person to, String reason) implements EventDetails {
        @Override
        public String type() {
            return "handoff.made";
        }
    }

    record Rated(String rating, String messageId, String comment) implements EventDetails {
        @Override
        public String type() {
            return "feedback.given";
        }
    }

    record Closed(Author by, Boolean ticketClosed) implements EventDetails {
        @Override
        public String type() {
            return "conversation.closed";
        }
    }

    record Flagged(String flag, boolean on) implements EventDetails {
        @Override
        public String type() {
            return "conversation.flagged";
        }
    }

    record Redacted() implements EventDetails {
        @Override
        public String type() {
            return "conversation.redacted";
        }
    }
}

package org.answerloop.conversation.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as far as it has to be known when it is stated again: when and by whom, and not what it says. A source may
 * state one message several times, for instance to add the content it refers to: it occurred when it was first stated, by
 * whom it was stated first, and says what was stated last.
 */
public final class StatedMessage {

    private final String id;
    private final boolean known;
    private Stamp first;
    private Stamp latest;
    private AuthorKind authorKind;
    private Participant author;
    private Instant groundedAt;
    private boolean late;
    private boolean changed;
    private MessagePosted said;

    /** One that is known from before. */
    public StatedMessage(
            String id,
            Stamp first,
            Stamp latest,
            AuthorKind authorKind,
            Participant author,
            Instant groundedAt,
            boolean late) {
        this.id = id;
        this.known = true;
        this.first = first;
        this.latest = latest;
        this.authorKind = authorKind;
        this.author = author;
        this.groundedAt = groundedAt;
        this.late = late;
    }

    /** One that nothing was known of. */
    StatedMessage(MessagePosted stated, boolean late) {
        this.id = stated.messageId();
        this.known = false;
        this.late = late;
        begin(stated);
        say(stated);
        ground(stated);
    }

    /** Takes in another statement of it; the order of the statements makes no difference. */
    void restate(MessagePosted stated, boolean lately) {
        if (stated.stamp().isBefore(first)) {
            begin(stated);
        }
        if (stated.stamp().isAfter(latest)) {
            say(stated);
        }
        ground(stated);
        changed = changed || lately && !late;
        late = late || lately;
    }

    private void begin(MessagePosted stated) {
        first = stated.stamp();
        authorKind = stated.authorKind();
        author = stated.author();
        changed = true;
    }

    private void say(MessagePosted stated) {
        latest = stated.stamp();
        said = stated;
        changed = true;
    }

    private void ground(MessagePosted stated) {
        boolean grounded =
                !stated.sources().list().isEmpty() || !stated.actions().names().isEmpty();
        Instant at = stated.stamp().at();
        if (grounded && (groundedAt == null || at.isBefore(groundedAt))) {
            groundedAt = at;
            changed = true;
        }
    }

    /** Where the customer agent wrote it: as what it counts among its replies. */
    Optional<AgentReply> reply() {
        return isReply() ? Optional.of(new AgentReply(first.at(), id, author)) : Optional.empty();
    }

    public String id() {
        return id;
    }

    /** Whether it has a row. */
    public boolean isKnown() {
        return known;
    }

    /** Whether its row says something else than what is known now. */
    public boolean isChanged() {
        return changed;
    }

    /** When and in which event it was stated first. */
    public Stamp first() {
        return first;
    }

    /** When and in which event it was stated last. */
    public Stamp latest() {
        return latest;
    }

    public AuthorKind authorKind() {
        return authorKind;
    }

    public Participant author() {
        return author;
    }

    /** Since when it was stated with a source or an action; null where it never was. */
    public Instant groundedAt() {
        return groundedAt;
    }

    /** It, or another statement of it, occurred up to the deadline and came after the verdict. */
    public boolean isLate() {
        return late;
    }

    /** What was stated last, where that came just now. */
    public Optional<MessagePosted> said() {
        return Optional.ofNullable(said);
    }

    public boolean isReply() {
        return authorKind == AuthorKind.CUSTOMER_AGENT;
    }

    /** Whether it was stated more than once. */
    public boolean isRestated() {
        return !latest.eventId().equals(first.eventId());
    }
}

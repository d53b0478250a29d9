package org.answerloop.conversation.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * The course that a conversation took, derived from what occurred and replaced as a whole: the moments and counts that
 * reports and the evaluation look for.
 */
@Embeddable
public class Course {

    @Column(name = "began_at")
    private Instant beganAt;

    @Column(name = "first_part_at")
    private Instant firstPartAt;

    @Column(name = "agent_id")
    private String agentId;

    @Column(name = "agent_name")
    private String agentName;

    @Column(name = "last_reply_at")
    private Instant lastReplyAt;

    @Column(name = "first_handoff_at")
    private Instant firstHandoffAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "first_handoff_trigger")
    private HandoffTrigger firstHandoffTrigger;

    @Column(name = "message_count")
    private int messageCount;

    @Column(name = "reply_count")
    private int replyCount;

    @Column(name = "deadline")
    private Instant deadline;

    protected Course() {}

    static Course of(
            Instant beganAt, Instant deadline, List<Message> messages, List<Handoff> handoffs, Assignment assignment) {
        List<Message> replies = messages.stream()
                .filter(Message::isReply)
                .sorted(Comparator.comparing(Message::occurredAt).thenComparing(Message::externalId))
                .toList();
        Optional<Handoff> firstHandoff =
                handoffs.stream().min(Comparator.comparing(Handoff::occurredAt).thenComparing(Handoff::eventId));

        Course course = new Course();
        course.beganAt = beganAt;
        course.deadline = deadline;
        course.messageCount = messages.size();
        course.replyCount = replies.size();
        firstHandoff.ifPresent(handoff -> {
            course.firstPartAt = handoff.occurredAt();
            course.firstHandoffAt = handoff.occurredAt();
            course.firstHandoffTrigger = handoff.trigger();
        });
        if (!replies.isEmpty()) {
            Instant firstReplyAt = replies.get(0).occurredAt();
            boolean replyCameFirst = firstHandoff.isEmpty() || !firstReplyAt.isAfter(course.firstHandoffAt);
            course.firstPartAt = replyCameFirst ? firstReplyAt : course.firstHandoffAt;
            course.lastReplyAt = replies.get(replies.size() - 1).occurredAt();
        }
        if (course.firstPartAt != null) {
            Participant agent = agentThatFirstTookPart(course.firstPartAt, replies, assignment);
            course.agentId = agent.id();
            course.agentName = agent.name();
        }
        return course;
    }

    /**
     * The author of the first reply, where that is the first part and names one; else the one that was assigned; where
     * none was, the author of the first reply that names one.
     */
    private static Participant agentThatFirstTookPart(
            Instant firstPartAt, List<Message> replies, Assignment assignment) {
        Optional<Participant> author = replies.stream()
                .findFirst()
                .filter(reply -> reply.occurredAt().equals(firstPartAt))
                .map(Message::author);
        Optional<Participant> assigned = Optional.ofNullable(assignment).map(Assignment::agent);
        Stream<Participant> authors = replies.stream().map(Message::author);
        return Stream.concat(Stream.concat(author.stream(), assigned.stream()), authors)
                .filter(Participant::isKnown)
                .findFirst()
                .orElse(Participant.UNKNOWN);
    }

    public Instant beganAt() {
        return beganAt;
    }

    /** When the customer agent first took part; null while it did not. */
    public Instant firstPartAt() {
        return firstPartAt;
    }

    /** Null while it was not handed off. */
    HandoffTrigger firstHandoffTrigger() {
        return firstHandoffTrigger;
    }

    public Participant agent() {
        return new Participant(agentId, agentName);
    }

    public int messageCount() {
        return messageCount;
    }

    /** When the verdict falls; null while the customer agent took no part. */
    public Instant deadline() {
        return deadline;
    }
}

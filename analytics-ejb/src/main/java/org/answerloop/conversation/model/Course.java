package org.answerloop.conversation.model;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The course that a conversation took, derived from what is kept of what occurred and replaced as a whole: the moments that
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

    @Column(name = "deadline")
    private Instant deadline;

    protected Course() {}

    /**
     * @param deadline null while the customer agent took no part
     * @param handedOffAt when the first handoff was made; null while none was
     * @param assignment null while none came
     */
    static Course of(
            Instant beganAt, Instant deadline, AgentReplies replies, Instant handedOffAt, Assignment assignment) {
        Course course = new Course();
        course.beganAt = beganAt;
        course.deadline = deadline;
        Instant firstReplyAt = replies.firstAt();
        boolean replyCameFirst = firstReplyAt != null && (handedOffAt == null || !firstReplyAt.isAfter(handedOffAt));
        course.firstPartAt = replyCameFirst ? firstReplyAt : handedOffAt;
        if (course.firstPartAt != null) {
            Participant agent = agentThatFirstTookPart(replyCameFirst, replies, assignment);
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
            boolean replyCameFirst, AgentReplies replies, Assignment assignment) {
        Participant author = replyCameFirst ? replies.firstAuthor() : Participant.UNKNOWN;
        Optional<Participant> assigned = Optional.ofNullable(assignment).map(Assignment::agent);
        return Stream.concat(Stream.of(author), Stream.concat(assigned.stream(), Stream.of(replies.namedAuthor())))
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

    public Participant agent() {
        return new Participant(agentId, agentName);
    }

    /** When the verdict falls; null while the customer agent took no part. */
    public Instant deadline() {
        return deadline;
    }
}

package org.answerloop.conversation.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What figures count of a conversation, by the moment that puts it into a day: when the customer agent first took part
 * (or else the start), the deadline of the verdict and the closing. A conversation that is not eligible has none. Its
 * feedback, which has no end, is not among them: of it is only told by what it is counted.
 *
 * @param at what counts at each moment; nothing but to be compared
 * @param feedbackAs what each feedback is counted by; null where none is counted
 */
public record CountedFacts(Map<Instant, Set<List<Object>>> at, List<Object> feedbackAs) {

    /** Of a conversation that has just begun. */
    public static final CountedFacts NONE = new CountedFacts(Map.of(), null);

    static CountedFacts of(Conversation conversation) {
        Map<Instant, Set<List<Object>>> at = new HashMap<>();
        if (conversation.course() == null || !conversation.isEligible()) {
            return NONE;
        }
        Course course = conversation.course();
        List<Object> who = fact(conversation.channel(), conversation.language(), course.agent());
        Instant firstPart = course.firstPartAt();
        FrozenVerdict verdict = conversation.verdict().orElse(null);
        Closing closing = conversation.closing().orElse(null);
        add(
                at,
                firstPart == null ? course.beganAt() : firstPart,
                who,
                firstPart,
                verdict == null ? null : verdict.outcome(),
                conversation.firstHandoffTrigger(),
                conversation.assignedAt(),
                conversation.isTicketClosed(),
                closing == null ? null : closing.at());
        if (verdict != null) {
            add(at, verdict.deadline(), who, verdict.outcome());
        }
        if (closing != null && closing.byKind() == AuthorKind.TEAMMATE) {
            add(at, closing.at(), who, closing.by());
        }
        return new CountedFacts(at, who);
    }

    /** Whether feedback counts at all. */
    public boolean countsFeedback() {
        return feedbackAs != null;
    }

    /** Whether all feedback of before counts otherwise now. */
    public boolean countsFeedbackOtherwise(CountedFacts before) {
        return !Objects.equals(feedbackAs, before.feedbackAs);
    }

    /** The moments at which something else counts now than before, without those of the feedback. */
    public Set<Instant> changedSince(CountedFacts before) {
        Set<Instant> changed = new HashSet<>(at.keySet());
        changed.addAll(before.at.keySet());
        changed.removeIf(moment -> Objects.equals(at.get(moment), before.at.get(moment)));
        return changed;
    }

    private static void add(Map<Instant, Set<List<Object>>> at, Instant moment, Object... what) {
        at.computeIfAbsent(moment, instant -> new HashSet<>()).add(fact(what));
    }

    private static List<Object> fact(Object... what) {
        return Arrays.asList(what);
    }
}

package org.answerloop.system.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the definitions say of one conversation, from the steps that were told and from nothing of the product.
 *
 * @param beganAt when it started, as far as was told
 * @param firstPart when the customer agent first took part; null where it did not
 * @param verdict null while there is none
 * @param trigger of the first handoff; null where there is none
 * @param closing the latest; null where there is none
 * @param feedback every submission
 */
public record ExpectedConversation(
        String id,
        boolean counts,
        String channel,
        String language,
        String agent,
        Instant beganAt,
        Instant firstPart,
        ExpectedVerdict verdict,
        String trigger,
        Instant assignedAt,
        Step closing,
        List<Step> feedback) {

    private static final Duration WINDOW = Duration.ofHours(72);
    private static final Comparator<Step> IN_TIME = Comparator.comparing(Step::at);

    /** A verdict, once given. */
    public record ExpectedVerdict(Instant deadline, boolean resolved, boolean deflected, Duration timeToResolution) {}

    /** @param verdict the one that was given before some of the steps were told; null for none */
    public static ExpectedConversation of(List<Step> told, ExpectedVerdict verdict) {
        List<Step> steps = told.stream().sorted(IN_TIME).toList();
        Optional<Step> start = first(steps, "conversation.started");
        List<Step> replies = replies(steps);
        Optional<Step> handoff = first(steps, "handoff.made");
        Optional<Step> assigned =
                steps.stream().filter(step -> isAssignment(step)).findFirst();
        Instant firstPart = Stream.concat(replies.stream(), handoff.stream())
                .map(Step::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
        String agent = replies.stream()
                .findFirst()
                .or(() -> assigned)
                .map(step -> step.fact("agent"))
                .orElse(null);
        return new ExpectedConversation(
                steps.get(0).conversation(),
                !isFlagged(steps, "test") && !isFlagged(steps, "spam"),
                start.map(step -> step.fact("channel")).orElse("unknown"),
                start.map(step -> step.fact("language")).orElse(null),
                firstPart == null ? null : agent,
                start.orElse(steps.get(0)).at(),
                firstPart,
                verdict,
                handoff.map(step -> step.fact("trigger")).orElse(null),
                assigned.map(Step::at).orElse(null),
                last(steps, "conversation.closed").orElse(null),
                steps.stream().filter(step -> step.is("feedback.given")).toList());
    }

    /** The verdict that is due by then on what was told; empty where none is. */
    public static Optional<ExpectedVerdict> verdictDue(List<Step> told, Instant now) {
        List<Step> steps = told.stream().sorted(IN_TIME).toList();
        List<Step> replies = replies(steps);
        Instant deadline =
                first(steps, "handoff.made").map(step -> step.at().plus(WINDOW)).orElse(null);
        for (Step reply : replies) {
            if (deadline == null || reply.at().isBefore(deadline)) {
                deadline = reply.at().plus(WINDOW);
            } else {
                break;
            }
        }
        if (deadline == null || deadline.isAfter(now)) {
            return Optional.empty();
        }
        Instant until = deadline;
        List<Step> heard =
                steps.stream().filter(step -> !step.at().isAfter(until)).toList();
        boolean human = heard.stream()
                .anyMatch(step -> step.is("handoff.made") || step.is("message.posted", "kind", "teammate"));
        List<Step> inTime = replies(heard);
        boolean grounded = inTime.stream().anyMatch(reply -> reply.fact("grounded") != null);
        boolean asked = heard.stream().anyMatch(step -> step.is("handoff.requested"));
        boolean resolved = grounded && !asked && !human && !isRejected(heard, inTime);
        Instant began =
                first(steps, "conversation.started").orElse(steps.get(0)).at();
        return Optional.of(new ExpectedVerdict(
                deadline,
                resolved,
                !human,
                resolved ? Duration.between(began, inTime.get(inTime.size() - 1).at()) : null));
    }

    private static boolean isRejected(List<Step> heard, List<Step> replies) {
        if (replies.isEmpty()) {
            return false;
        }
        Step lastReply = replies.get(replies.size() - 1);
        return heard.stream()
                .filter(step -> step.is("feedback.given"))
                .filter(given -> given.fact("about") == null
                        ? !given.at().isBefore(lastReply.at())
                        : given.fact("about").equals(lastReply.fact("message")))
                .reduce((one, other) -> other)
                .filter(given -> given.fact("rating").equals("not_helpful"))
                .isPresent();
    }

    private static boolean isAssignment(Step step) {
        return step.is("agent.assigned") || step.is("conversation.started") && step.fact("agent") != null;
    }

    private static boolean isFlagged(List<Step> steps, String flag) {
        return steps.stream()
                .filter(step -> step.is("conversation.flagged", "flag", flag))
                .reduce((one, other) -> other)
                .filter(step -> step.fact("on").equals("true"))
                .isPresent();
    }

    private static List<Step> replies(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.is("message.posted", "kind", "customer_agent"))
                .toList();
    }

    private static Optional<Step> first(List<Step> steps, String type) {
        return steps.stream().filter(step -> step.is(type)).findFirst();
    }

    private static Optional<Step> last(List<Step> steps, String type) {
        return steps.stream().filter(step -> step.is(type)).reduce((one, other) -> other);
    }

    boolean isHandedOff() {
        return trigger != null;
    }

    boolean isResolved() {
        return verdict != null && verdict.resolved();
    }

    boolean isConverted() {
        return isHandedOff() && closing != null && closing.fact("ticketClosed").equals("true");
    }

    boolean isClosedByTeammate() {
        return closing != null && closing.fact("kind").equals("teammate");
    }

    String closer() {
        return closing.fact("by") == null ? "unknown" : closing.fact("by");
    }
}

package org.answerloop.system.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the definitions of the reports say of some conversations, in plain Java and from nothing of the product, nor from
 * the oracle of its unit tests: two that share nothing find what one alone has misread.
 *
 * @param conversations those that a filter lets through and that count
 * @param within the moments of the range or of the bucket
 */
public record ExpectedFigures(List<ExpectedConversation> conversations, Predicate<Instant> within) {

    public ExpectedFigures {
        conversations =
                conversations.stream().filter(ExpectedConversation::counts).toList();
    }

    /** The numbers of a figure; what does not apply is null. */
    public record ExpectedFigure(
            Double value, Long numerator, Long denominator, Long pending, Double lower, Double upper) {

        private static ExpectedFigure count(long value, Long pending) {
            return new ExpectedFigure((double) value, null, null, pending, null, null);
        }

        private static ExpectedFigure rate(long part, long whole) {
            return new ExpectedFigure(share(part, whole), part, whole, null, null, null);
        }

        private static Double share(long part, long whole) {
            return whole == 0 ? null : (double) part / whole;
        }
    }

    /** The reports, by their names in the API. */
    public static List<String> metrics() {
        return List.of(
                "handled",
                "handled_by_channel",
                "feedback",
                "handle_rate",
                "resolution_rate",
                "resolved",
                "deflection_rate",
                "deflected",
                "team_resolved",
                "time_to_resolution",
                "handoffs",
                "handoff_rate",
                "handoff_outcome");
    }

    /** The keys of a report, in their order; empty where it has none. */
    public List<String> keys(String metric) {
        return switch (metric) {
            case "handled_by_channel" ->
                sorted(cohort().stream().map(ExpectedConversation::channel).toList());
            case "feedback" -> List.of("helpful", "not_helpful");
            case "handoffs" -> List.of("agent", "rule", "manual");
            case "time_to_resolution" -> List.of("mean", "median", "p90");
            case "handoff_outcome" -> List.of("conversion", "mean_time");
            case "team_resolved" -> {
                List<String> keys = new ArrayList<>(List.of("customer_agent"));
                keys.addAll(sorted(
                        closed().stream().map(ExpectedConversation::closer).toList()));
                yield keys;
            }
            default -> List.of();
        };
    }

    /** @param key null for all */
    public ExpectedFigure figure(String metric, String key) {
        long handled = cohort().size();
        long settled = cohort().stream().filter(c -> c.verdict() != null).count();
        Long pending = handled - settled;
        List<ExpectedConversation> rows = rows(metric, key);
        return switch (metric) {
            case "handled", "resolved", "deflected", "handoffs" -> ExpectedFigure.count(rows.size(), pending);
            case "handled_by_channel" ->
                ExpectedFigure.count(
                        rows.size(),
                        rows.stream().filter(c -> c.verdict() == null).count());
            case "feedback" -> ExpectedFigure.count(rows.size(), null);
            case "team_resolved" ->
                ExpectedFigure.count(rows.size(), key == null || key.equals("customer_agent") ? pending : null);
            case "handle_rate" -> ExpectedFigure.rate(handled, rows.size());
            case "resolution_rate" ->
                settling(rows.stream().filter(ExpectedConversation::isResolved).count(), settled, pending);
            case "deflection_rate" ->
                settling(rows.stream().filter(c -> c.verdict().deflected()).count(), settled, pending);
            case "time_to_resolution" -> duration(key, rows, pending);
            case "handoff_rate" -> {
                long handedOff = handedOff().size();
                long open = cohort().stream()
                        .filter(c -> c.verdict() == null && !c.isHandedOff())
                        .count();
                yield new ExpectedFigure(
                        ExpectedFigure.share(handedOff, handled),
                        handedOff,
                        handled,
                        pending,
                        ExpectedFigure.share(handedOff, handled),
                        ExpectedFigure.share(handedOff + open, handled));
            }
            case "handoff_outcome" -> outcome(key, rows, pending);
            default -> throw new IllegalArgumentException(metric);
        };
    }

    /** The conversations behind a figure, each as often as it is listed. */
    public List<ExpectedConversation> rows(String metric, String key) {
        return switch (metric) {
            case "handled", "handoff_rate" -> cohort();
            case "handled_by_channel" ->
                some(cohort(), c -> key == null || c.channel().equals(key));
            case "handle_rate" -> both(cohort(), some(conversations, c -> c.firstPart() == null && in(c.beganAt())));
            case "resolution_rate", "deflection_rate" -> some(cohort(), c -> c.verdict() != null);
            case "resolved", "time_to_resolution" -> some(cohort(), ExpectedConversation::isResolved);
            case "deflected" ->
                some(cohort(), c -> c.verdict() != null && c.verdict().deflected());
            case "handoffs" -> some(handedOff(), c -> key == null || c.trigger().equals(key));
            case "handoff_outcome" -> some(handedOff(), c -> !"mean_time".equals(key) || c.isConverted());
            case "feedback" ->
                conversations.stream()
                        .flatMap(c -> c.feedback().stream()
                                .filter(given -> in(given.at()))
                                .filter(given ->
                                        key == null || given.fact("rating").equals(key))
                                .map(given -> c))
                        .toList();
            case "team_resolved" -> {
                List<ExpectedConversation> byAgent = some(cohort(), ExpectedConversation::isResolved);
                List<ExpectedConversation> byTeam =
                        some(closed(), c -> key == null || c.closer().equals(key));
                yield key == null ? both(byAgent, byTeam) : key.equals("customer_agent") ? byAgent : byTeam;
            }
            default -> throw new IllegalArgumentException(metric);
        };
    }

    /** A figure of the impact. */
    public ExpectedFigure impact(String key) {
        List<ExpectedConversation> decided =
                some(conversations, c -> c.verdict() != null && in(c.verdict().deadline()));
        List<ExpectedConversation> resolved = some(decided, ExpectedConversation::isResolved);
        return switch (key) {
            case "handled" -> ExpectedFigure.count(cohort().size(), null);
            case "resolved" -> ExpectedFigure.count(resolved.size(), null);
            case "time_to_resolution" -> duration("mean", resolved, null);
            case "deflection_rate" ->
                ExpectedFigure.rate(
                        decided.stream().filter(c -> c.verdict().deflected()).count(), decided.size());
            case "helpful_rate" ->
                ExpectedFigure.rate(
                        rows("feedback", "helpful").size(),
                        rows("feedback", null).size());
            default -> throw new IllegalArgumentException(key);
        };
    }

    private List<ExpectedConversation> cohort() {
        return some(conversations, c -> c.firstPart() != null && in(c.firstPart()));
    }

    private List<ExpectedConversation> handedOff() {
        return some(cohort(), ExpectedConversation::isHandedOff);
    }

    private List<ExpectedConversation> closed() {
        return some(conversations, c -> c.isClosedByTeammate() && in(c.closing().at()));
    }

    private boolean in(Instant moment) {
        return within.test(moment);
    }

    private static ExpectedFigure settling(long part, long settled, long pending) {
        return new ExpectedFigure(
                ExpectedFigure.share(part, settled),
                part,
                settled,
                pending,
                ExpectedFigure.share(part, settled + pending),
                ExpectedFigure.share(part + pending, settled + pending));
    }

    private static ExpectedFigure outcome(String key, List<ExpectedConversation> rows, Long pending) {
        if ("mean_time".equals(key)) {
            List<Long> times = rows.stream()
                    .map(c -> Duration.between(
                                    c.assignedAt() == null ? c.firstPart() : c.assignedAt(),
                                    c.closing().at())
                            .toMillis())
                    .map(millis -> Math.max(0, millis))
                    .toList();
            return new ExpectedFigure(mean(times), null, (long) rows.size(), pending, null, null);
        }
        long converted = rows.stream().filter(ExpectedConversation::isConverted).count();
        return new ExpectedFigure(
                ExpectedFigure.share(converted, rows.size()), converted, (long) rows.size(), pending, null, null);
    }

    private static ExpectedFigure duration(String key, List<ExpectedConversation> rows, Long pending) {
        List<Long> millis = new ArrayList<>(rows.stream()
                .map(c -> c.verdict().timeToResolution().toMillis())
                .toList());
        Collections.sort(millis);
        Double value = "median".equals(key)
                ? percentile(millis, 0.5)
                : "p90".equals(key) ? percentile(millis, 0.9) : mean(millis);
        return new ExpectedFigure(value, null, (long) rows.size(), pending, null, null);
    }

    private static Double mean(List<Long> millis) {
        return millis.isEmpty()
                ? null
                : millis.stream().mapToLong(Long::longValue).sum() / 1000.0 / millis.size();
    }

    private static Double percentile(List<Long> sorted, double share) {
        if (sorted.isEmpty()) {
            return null;
        }
        double place = share * (sorted.size() - 1);
        long below = sorted.get((int) Math.floor(place));
        long above = sorted.get((int) Math.ceil(place));
        return (below + (above - below) * (place - Math.floor(place))) / 1000;
    }

    private static <T> List<T> some(List<T> all, Predicate<T> condition) {
        return all.stream().filter(condition).toList();
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        List<T> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private static List<String> sorted(List<String> values) {
        return List.copyOf(new TreeSet<>(values));
    }
}

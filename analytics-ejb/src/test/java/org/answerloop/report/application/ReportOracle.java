package org.answerloop.report.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.answerloop.report.application.ReportStory.Rated;
import org.answerloop.report.application.ReportStory.Told;
import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Metric;

/**
 * What the definitions say of some conversations, in plain Java and without anything of the reports but their names: the
 * figures, and the rows behind them.
 *
 * <p>It shares no line with the expected figures of the system tests, on purpose. This one knows conversations as they stand
 * in the tables, that one the events alone: what one of them has misread of the definitions, the other is there to find.
 */
final class ReportOracle {

    private final List<Told> conversations;
    private final List<Rated> feedback;

    /** @param conversations those that a filter lets through, test and spam among them */
    ReportOracle(List<Told> conversations, List<Rated> feedback) {
        this.conversations = conversations.stream().filter(Told::counts).toList();
        this.feedback = feedback.stream()
                .filter(given -> this.conversations.contains(given.conversation()))
                .toList();
    }

    /** What happened while the condition held. */
    ReportOracle.Moments when(Predicate<Instant> within) {
        return new Moments(
                conversations.stream()
                        .filter(told -> told.handled() && within.test(told.firstPartAt()))
                        .toList(),
                conversations.stream()
                        .filter(told -> !told.handled() && within.test(told.beganAt()))
                        .toList(),
                conversations.stream()
                        .filter(told -> told.settled() && within.test(told.deadline()))
                        .toList(),
                conversations.stream()
                        .filter(told -> closedByTeammate(told)
                                && within.test(told.closing().at()))
                        .toList(),
                feedback.stream().filter(given -> within.test(given.at())).toList());
    }

    private static boolean closedByTeammate(Told told) {
        return told.closing() != null && told.closing().byKind().equals("TEAMMATE");
    }

    static String teammate(Told told) {
        return Stream.of(told.closing().byId(), told.closing().byName(), "unknown")
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** A row behind a figure; of two rows of one moment and id the one of the greater strand comes later. */
    record Row(Instant at, long id, int strand, Told told) {}

    /** Conversations and feedback, each by a moment of its own. */
    record Moments(List<Told> cohort, List<Told> without, List<Told> decided, List<Told> closed, List<Rated> feedback) {

        List<String> keys(Metric metric) {
            return switch (metric) {
                case HANDLED_BY_CHANNEL ->
                    List.copyOf(new TreeSet<>(cohort.stream().map(Told::channel).toList()));
                case FEEDBACK -> List.of("helpful", "not_helpful");
                case HANDOFFS -> List.of("agent", "rule", "manual");
                case HANDOFF_OUTCOME -> List.of("conversion", "mean_time");
                case TIME_TO_RESOLUTION -> List.of("mean", "median", "p90");
                case TEAM_RESOLVED -> {
                    List<String> keys = new ArrayList<>(List.of("customer_agent"));
                    keys.addAll(new TreeSet<>(
                            closed.stream().map(ReportOracle::teammate).toList()));
                    yield keys;
                }
                default -> List.of();
            };
        }

        Figure figure(Metric metric, String key) {
            long settled = cohort.stream().filter(Told::settled).count();
            long pending = cohort.size() - settled;
            List<Told> rows = rows(metric, key).stream().map(Row::told).toList();
            return switch (metric) {
                case HANDLED, RESOLVED, DEFLECTED, HANDOFFS -> count(rows.size(), pending);
                case HANDLED_BY_CHANNEL ->
                    count(
                            rows.size(),
                            rows.stream().filter(told -> !told.settled()).count());
                case FEEDBACK -> count(rows.size(), null);
                case TEAM_RESOLVED ->
                    count(rows.size(), key == null || key.equals("customer_agent") ? Long.valueOf(pending) : null);
                case HANDLE_RATE ->
                    new Figure(
                            share(cohort.size(), rows.size()),
                            (long) cohort.size(),
                            (long) rows.size(),
                            null,
                            null,
                            null);
                case RESOLUTION_RATE ->
                    settling(rows.stream().filter(Told::resolved).count(), settled, pending);
                case DEFLECTION_RATE ->
                    settling(rows.stream().filter(Told::deflected).count(), settled, pending);
                case TIME_TO_RESOLUTION -> duration(key, rows, pending);
                case HANDOFF_RATE -> {
                    long handedOff =
                            cohort.stream().filter(Moments::isHandedOff).count();
                    long open = cohort.stream()
                            .filter(told -> !told.settled() && !isHandedOff(told))
                            .count();
                    yield new Figure(
                            share(handedOff, cohort.size()),
                            handedOff,
                            (long) cohort.size(),
                            pending,
                            share(handedOff, cohort.size()),
                            share(handedOff + open, cohort.size()));
                }
                case HANDOFF_OUTCOME -> outcome(key, rows, pending);
            };
        }

        List<Row> rows(Metric metric, String key) {
            return switch (metric) {
                case HANDLED -> parts(told -> key == null || key.equals(partOf(told)));
                case HANDOFF_RATE -> parts(told -> true);
                case HANDLED_BY_CHANNEL ->
                    parts(told -> key == null || told.channel().equals(key));
                case FEEDBACK ->
                    feedback.stream()
                            .filter(given -> key == null || given.helpful() == key.equals("helpful"))
                            .map(given -> new Row(given.at(), given.id(), 4, given.conversation()))
                            .toList();
                case HANDLE_RATE -> {
                    List<Row> rows = new ArrayList<>(parts(told -> true));
                    without.forEach(told -> rows.add(new Row(told.beganAt(), told.id(), 1, told)));
                    yield rows;
                }
                case RESOLUTION_RATE, DEFLECTION_RATE -> parts(Told::settled);
                case RESOLVED, TIME_TO_RESOLUTION -> parts(Told::resolved);
                case DEFLECTED -> parts(told -> told.settled() && told.deflected());
                case TEAM_RESOLVED -> {
                    List<Row> rows = new ArrayList<>();
                    if (key == null || key.equals("customer_agent")) {
                        rows.addAll(parts(Told::resolved));
                    }
                    closed.stream()
                            .filter(told -> key == null || teammate(told).equals(key))
                            .forEach(told -> rows.add(new Row(told.closing().at(), told.id(), 3, told)));
                    yield rows;
                }
                case HANDOFFS ->
                    parts(told -> isHandedOff(told)
                            && (key == null || told.handoffTrigger().equalsIgnoreCase(key)));
                case HANDOFF_OUTCOME ->
                    parts(told -> isHandedOff(told) && (!"mean_time".equals(key) || isConverted(told)));
            };
        }

        /** The figures of the impact, in their order. */
        List<Figure> impact() {
            long helpful = feedback.stream().filter(Rated::helpful).count();
            long deflected = decided.stream().filter(Told::deflected).count();
            List<Told> resolved = decided.stream().filter(Told::resolved).toList();
            return List.of(
                    count(cohort.size(), null),
                    count(resolved.size(), null),
                    new Figure(mean(millis(resolved)), null, (long) resolved.size(), null, null, null),
                    new Figure(share(deflected, decided.size()), deflected, (long) decided.size(), null, null, null),
                    new Figure(share(helpful, feedback.size()), helpful, (long) feedback.size(), null, null, null));
        }

        /** The rows behind the figures of the impact. */
        List<List<Row>> impactRows() {
            List<Row> settled = decided.stream()
                    .map(told -> new Row(told.deadline(), told.id(), 2, told))
                    .toList();
            List<Row> resolved =
                    settled.stream().filter(row -> row.told().resolved()).toList();
            return List.of(parts(told -> true), resolved, resolved, settled, rows(Metric.FEEDBACK, null));
        }

        private static String partOf(Told told) {
            if (!told.settled()) {
                return "pending";
            }
            if (told.outcome().equals("RESOLVED")) {
                return "resolved";
            }
            return told.deflected() ? "answered" : "human";
        }

        private List<Row> parts(Predicate<Told> condition) {
            return cohort.stream()
                    .filter(condition)
                    .map(told -> new Row(told.firstPartAt(), told.id(), 0, told))
                    .toList();
        }

        private static boolean isHandedOff(Told told) {
            return told.handoffTrigger() != null;
        }

        private static boolean isConverted(Told told) {
            return isHandedOff(told) && told.closing() != null && told.closing().ticket();
        }

        private static Figure outcome(String key, List<Told> rows, long pending) {
            if (!"mean_time".equals(key)) {
                long converted = rows.stream().filter(Moments::isConverted).count();
                return new Figure(share(converted, rows.size()), converted, (long) rows.size(), pending, null, null);
            }
            List<Long> times = rows.stream()
                    .map(told -> Duration.between(
                                    told.assignedAt() == null ? told.firstPartAt() : told.assignedAt(),
                                    told.closing().at())
                            .toMillis())
                    .map(millis -> Math.max(0, millis))
                    .toList();
            return new Figure(mean(times), null, (long) rows.size(), pending, null, null);
        }

        private static Figure duration(String key, List<Told> resolved, long pending) {
            List<Long> sorted = new ArrayList<>(millis(resolved));
            Collections.sort(sorted);
            Double value = key == null || key.equals("mean")
                    ? mean(sorted)
                    : percentile(sorted, key.equals("median") ? 0.5 : 0.9);
            return new Figure(value, null, (long) resolved.size(), pending, null, null);
        }

        private static List<Long> millis(List<Told> resolved) {
            return resolved.stream().map(Told::resolutionMillis).toList();
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

        private static Figure settling(long part, long settled, long pending) {
            return new Figure(
                    share(part, settled),
                    part,
                    settled,
                    pending,
                    share(part, settled + pending),
                    share(part + pending, settled + pending));
        }

        private static Figure count(long value, Long pending) {
            return new Figure((double) value, null, null, pending, null, null);
        }

        private static Double share(long part, long whole) {
            return whole == 0 ? null : (double) part / whole;
        }
    }
}

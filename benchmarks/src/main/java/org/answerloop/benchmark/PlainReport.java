package org.answerloop.benchmark;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * A report as a tool for business intelligence would ask for it: one statement over the conversations, in the words that
 * PostgreSQL and DuckDB share. Weeks are those of UTC and begin on Monday.
 *
 * @param metric its name in the API
 * @param sql the column {@code n} adds up to what the report counts in all
 */
record PlainReport(String metric, String sql) {

    /** The one without a series: the figures of the week beside those of the week before. */
    static final String IMPACT = "impact";

    private static final String ELIGIBLE = "not test and not spam";
    private static final String COHORT = ELIGIBLE + " and first_part_at >= {from} and first_part_at < {to}";
    private static final String BY_WEEK = "select date_trunc('week', first_part_at) as week, ";
    private static final String PENDING = "count(*) filter (where outcome is null) as pending";
    private static final String OF_COHORT = " from conversation where " + COHORT + " group by 1 order by 1";

    /** All reports of the page, in its order. */
    static final List<PlainReport> ALL = List.of(
            new PlainReport(
                    IMPACT,
                    "select " + tiles("{week}", "{to}") + ", "
                            + tiles("{week} - interval '7 days'", "{to} - interval '7 days'")),
            new PlainReport("handled", BY_WEEK + "count(*) as n, " + PENDING + OF_COHORT),
            new PlainReport(
                    "handled_by_channel",
                    BY_WEEK + "channel, count(*) as n, " + PENDING + " from conversation where " + COHORT
                            + " group by 1, 2 order by 1, 2"),
            new PlainReport(
                    "feedback",
                    "select date_trunc('week', f.occurred_at) as week, f.rating, count(*) as n"
                            + " from feedback f join conversation c on c.id = f.conversation_id where " + ELIGIBLE
                            + " and f.occurred_at >= {from} and f.occurred_at < {to} group by 1, 2 order by 1, 2"),
            new PlainReport(
                    "handle_rate",
                    "select date_trunc('week', coalesce(first_part_at, began_at)) as week, count(first_part_at) as n,"
                            + " count(*) as eligible from conversation where " + ELIGIBLE
                            + " and coalesce(first_part_at, began_at) >= {from}"
                            + " and coalesce(first_part_at, began_at) < {to} group by 1 order by 1"),
            new PlainReport(
                    "resolution_rate",
                    BY_WEEK + "count(*) filter (where outcome = 'RESOLVED') as n, count(outcome) as settled, " + PENDING
                            + OF_COHORT),
            new PlainReport(
                    "resolved", BY_WEEK + "count(*) filter (where outcome = 'RESOLVED') as n, " + PENDING + OF_COHORT),
            new PlainReport(
                    "deflection_rate",
                    BY_WEEK + "count(*) filter (where deflected) as n, count(outcome) as settled, " + PENDING
                            + OF_COHORT),
            new PlainReport("deflected", BY_WEEK + "count(*) filter (where deflected) as n, " + PENDING + OF_COHORT),
            new PlainReport(
                    "team_resolved",
                    "select date_trunc('week', first_part_at) as week, 'customer_agent' as who, count(*) as n"
                            + " from conversation where " + COHORT + " and outcome = 'RESOLVED' group by 1, 2"
                            + " union all select date_trunc('week', closed_at) as week,"
                            + " coalesce(closed_by_id, closed_by_name, 'unknown') as who, count(*) as n"
                            + " from conversation where " + ELIGIBLE + " and closed_by_kind = 'TEAMMATE'"
                            + " and closed_at >= {from} and closed_at < {to} group by 1, 2 order by 1, 2"),
            new PlainReport(
                    "time_to_resolution",
                    BY_WEEK + "count(*) as n, avg(resolution_millis) as mean,"
                            + " percentile_cont(0.5) within group (order by resolution_millis) as median,"
                            + " percentile_cont(0.9) within group (order by resolution_millis) as p90"
                            + " from conversation where " + COHORT + " and outcome = 'RESOLVED' group by 1 order by 1"),
            new PlainReport(
                    "handoffs",
                    BY_WEEK + "first_handoff_trigger, count(*) as n, " + PENDING + " from conversation where " + COHORT
                            + " and first_handoff_at is not null group by 1, 2 order by 1, 2"),
            new PlainReport(
                    "handoff_rate",
                    BY_WEEK + "count(first_handoff_at) as n, count(*) as handled, " + PENDING + OF_COHORT),
            new PlainReport(
                    "handoff_outcome",
                    BY_WEEK + "count(*) filter (where ticket_closed) as n, count(*) as handed_off,"
                            + " avg(extract(epoch from closed_at - coalesce(assigned_at, first_part_at)))"
                            + " filter (where ticket_closed) as seconds from conversation where " + COHORT
                            + " and first_handoff_at is not null group by 1 order by 1"));

    /** @param until excluded; the week is the one that it ends */
    String between(LocalDate from, LocalDate until) {
        LocalDate week = until.minusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return sql.replace("{from}", timestamp(from))
                .replace("{to}", timestamp(until))
                .replace("{week}", timestamp(week));
    }

    private static String timestamp(LocalDate date) {
        return "timestamp '" + date + "'";
    }

    /** Each tile is a figure of its own, as such tools have it. */
    private static String tiles(String from, String to) {
        String decided =
                " from conversation where " + ELIGIBLE + " and verdict_deadline >= %1$s and verdict_deadline < %2$s)";
        return ("(select count(*) from conversation where " + ELIGIBLE
                        + " and first_part_at >= %1$s and first_part_at < %2$s),"
                        + " (select count(*) filter (where outcome = 'RESOLVED')" + decided + ","
                        + " (select avg(resolution_millis)" + decided + ","
                        + " (select avg(case when deflected then 1.0 else 0.0 end)" + decided + ","
                        + " (select avg(case when f.rating = 'HELPFUL' then 1.0 else 0.0 end) from feedback f"
                        + " join conversation c on c.id = f.conversation_id where " + ELIGIBLE
                        + " and f.occurred_at >= %1$s and f.occurred_at < %2$s)")
                .formatted(from, to);
    }
}

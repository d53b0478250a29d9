package org.answerloop.report.model;

import java.time.LocalDate;

/**
 * What was counted of one local day and one combination of filters, each measure by the moment of its own strand.
 *
 * @param agentName what the customer agent of the cell is called; null where it is all of them, or has no name
 */
public record DailyRollup(LocalDate day, Cell cell, String agentName, Counts counts, Closings closings) {

    /** Both together, of the same day and cell. */
    public DailyRollup plus(DailyRollup other) {
        return new DailyRollup(
                day,
                cell,
                Tally.laterOf(agentName, other.agentName),
                counts.plus(other.counts),
                closings.plus(other.closings));
    }

    /** The same in a wider cell. */
    public DailyRollup in(Cell wider) {
        return new DailyRollup(day, wider, wider.agent().equals(Cell.ALL) ? null : agentName, counts, closings);
    }
}

package org.answerloop.access.model;

import java.util.List;

/**
 * Who holds the seats.
 *
 * @param bought how many there are
 * @param held by their numbers; more than were bought only where the number was lowered since
 * @param without everybody who has signed in and holds none, by login
 */
public record SeatOverview(int bought, List<Held> held, List<Person> without) {

    /**
     * A seat and its holder.
     *
     * @param person null where the holder has been forgotten by the table of people
     * @param covered whether it is one of those bought, and so opens anything
     */
    public record Held(SeatAssignment assignment, Person person, boolean covered) {}

    public SeatOverview {
        held = List.copyOf(held);
        without = List.copyOf(without);
    }

    /** How many can still be given. */
    public int free() {
        return Math.max(0, bought - held.size());
    }
}

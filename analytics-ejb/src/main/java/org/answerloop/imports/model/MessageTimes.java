package org.answerloop.imports.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When each message of a conversation was posted, also where only some of them say so, or none. */
final class MessageTimes {

    private MessageTimes() {}

    /**
     * @param stated what the messages say, null where they say nothing
     * @param begin when the first was posted, where none says anything
     * @return one for each; a message without a time lies one step from its neighbour
     */
    static List<Instant> complete(List<Instant> stated, Instant begin, Duration step) {
        List<Instant> times = new ArrayList<>(stated.size());
        int known = 0;
        while (known < stated.size() && stated.get(known) == null) {
            known++;
        }
        Instant next = known == stated.size() ? begin : stated.get(known).minus(step.multipliedBy(known));
        for (Instant time : stated) {
            Instant at = time == null ? next : time;
            times.add(at);
            next = at.plus(step);
        }
        return times;
    }
}

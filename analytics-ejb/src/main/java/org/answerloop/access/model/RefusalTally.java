package org.answerloop.access.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was refused in the current minute: the first of a kind is told at once, the others are summed. It holds a bounded
 * number of kinds, so nobody who tries a thousand names from a thousand addresses fills the record with them.
 */
public final class RefusalTally {

    /** The most kinds that are told apart in a minute. */
    public static final int KINDS = 50;

    private static final String SEVERAL = "several";

    private final Map<Refusal, Integer> counts = new LinkedHashMap<>();

    /**
     * Somebody was not let in.
     *
     * @param action as the record calls it
     * @param who signed in or not
     * @param subject what they wanted to open, or as whom
     * @param address where from
     */
    public record Refusal(String action, String who, String subject, String address) {

        private Refusal amongOthers() {
            return new Refusal(action, SEVERAL, SEVERAL, SEVERAL);
        }
    }

    /** @return whether it is the first of its kind, which is put on the record at once */
    public synchronized boolean isFirst(Refusal refusal) {
        boolean full = counts.size() >= KINDS && !counts.containsKey(refusal);
        return counts.merge(full ? refusal.amongOthers() : refusal, 1, Integer::sum) == 1 && !full;
    }

    /** What has not been put on the record yet, with how often it happened; another minute begins. */
    public synchronized Map<Refusal, Integer> take() {
        Map<Refusal, Integer> others = new LinkedHashMap<>();
        counts.forEach((refusal, count) -> {
            int untold = refusal.who().equals(SEVERAL) ? count : count - 1;
            if (untold > 0) {
                others.put(refusal, untold);
            }
        });
        counts.clear();
        return others;
    }
}

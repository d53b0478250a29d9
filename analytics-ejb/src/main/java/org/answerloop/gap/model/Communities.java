package org.answerloop.gap.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.function.IntPredicate;

/**
 * Finds the topics in a web of questions: each group goes to the topic that it gains most by, until none gains by going; then
 * the topics found are the groups of a coarser web, and so on; at last every question may go once more (Blondel et al.
 * 2008). What a person placed does not go.
 */
final class Communities {

    private static final int MOST_LEVELS = 20;
    private static final int MOST_ROUNDS = 15;

    /** It is not worth another round when fewer than one in so many went. */
    private static final int FEW = 500;

    private final Likeness likeness;

    /** The same order for the same questions, wherever it is done. */
    private final Random random = new Random(20_261_123);

    Communities(Likeness likeness) {
        this.likeness = likeness;
    }

    /**
     * @param start for each question the number of the topic where it is so far, or, below {@code fixedTopics}, where a
     *     person placed it; the numbers count from 0
     * @param fixed the questions that a person placed, each in a topic below {@code fixedTopics}
     * @param fixedTopics how many topics a person made; they keep their numbers
     * @return the number of each question's topic
     */
    int[] find(Web questions, int[] start, BitSet fixed, int fixedTopics) {
        int[] found = start.clone();
        rounds(questions, found, fixed::get);
        int count = renumber(found, fixedTopics);
        Web web = questions.joined(found, count, anchors(count, fixedTopics));
        for (int level = 0; level < MOST_LEVELS; level++) {
            int[] joined = identity(web.groups());
            boolean any = rounds(web, joined, web::isAnchored);
            count = renumber(joined, fixedTopics);
            for (int question = 0; question < found.length; question++) {
                found[question] = joined[found[question]];
            }
            if (!any || count == web.groups()) {
                break;
            }
            web = web.joined(joined, count, anchors(count, fixedTopics));
        }
        // Every question goes once more to where it belongs, now that the topics are known.
        rounds(questions, found, fixed::get);
        return found;
    }

    /** @return whether any group went to another topic */
    private boolean rounds(Web web, int[] joined, IntPredicate stays) {
        Round round = new Round(web, joined, likeness);
        int[] order = identity(web.groups());
        boolean any = false;
        for (int i = 0; i < MOST_ROUNDS; i++) {
            shuffle(order);
            int went = 0;
            for (int group : order) {
                if (!stays.test(group) && round.goes(group)) {
                    went++;
                }
            }
            any |= went > 0;
            if (went * FEW <= order.length) {
                break;
            }
        }
        return any;
    }

    private static boolean[] anchors(int count, int fixedTopics) {
        boolean[] anchors = new boolean[count];
        Arrays.fill(anchors, 0, fixedTopics, true);
        return anchors;
    }

    /** Numbers the topics that are left without gaps; those that a person made keep their numbers. */
    private static int renumber(int[] joined, int fixedTopics) {
        int[] numbers = new int[joined.length + fixedTopics];
        Arrays.fill(numbers, -1);
        for (int topic = 0; topic < fixedTopics; topic++) {
            numbers[topic] = topic;
        }
        int next = fixedTopics;
        for (int group = 0; group < joined.length; group++) {
            if (numbers[joined[group]] < 0) {
                numbers[joined[group]] = next++;
            }
            joined[group] = numbers[joined[group]];
        }
        return next;
    }

    private static int[] identity(int size) {
        int[] identity = new int[size];
        for (int i = 0; i < size; i++) {
            identity[i] = i;
        }
        return identity;
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }
}

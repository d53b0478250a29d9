package org.answerloop.sample.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.answerloop.sample.model.Company.Channel;

/**
 * How likely each story is: the customer agents learn over the weeks, so they answer more and hand off less. The
 * second one is younger and a little behind.
 *
 * @param progress how far into the history, from 0 to 1
 */
record Odds(double progress, Channel channel, boolean second) {

    private static final double TEST = 0.008;
    private static final double SPAM = 0.012;

    Story draw(Dice dice) {
        double roll = dice.uniform();
        if (roll < TEST) {
            return Story.TEST;
        }
        if (roll < TEST + SPAM) {
            return Story.SPAM;
        }
        Map<Story, Double> weights = dice.chance(handled()) ? withAgent() : Map.of(Story.TEAM_ONLY, 1.0);
        return dice.pick(List.copyOf(weights.keySet()), weights::get);
    }

    private double handled() {
        return channel.handled() / 100.0 + 0.06 * (progress - 0.5);
    }

    private Map<Story, Double> withAgent() {
        double behind = second ? 0.03 : -0.01;
        double resolved = 0.475 + 0.125 * progress - behind;
        double human = 0.340 - 0.075 * progress + behind;
        double alone = 1 - resolved - human;
        Map<Story, Double> weights = new LinkedHashMap<>();
        weights.put(Story.ANSWERED, resolved);
        weights.put(Story.UNANSWERED, 0.56 * alone);
        weights.put(Story.DISLIKED, 0.18 * alone);
        weights.put(Story.SMALL_TALK, 0.16 * alone);
        weights.put(Story.WISHED_FOR_SOMEBODY, 0.10 * alone);
        weights.put(Story.UNANSWERED_HANDED_OFF, 0.34 * human);
        weights.put(Story.REQUESTED, 0.27 * human);
        weights.put(Story.RULED, 0.18 * human);
        weights.put(Story.TAKEN_OVER, 0.14 * human);
        weights.put(Story.JOINED, 0.07 * human);
        return weights;
    }
}

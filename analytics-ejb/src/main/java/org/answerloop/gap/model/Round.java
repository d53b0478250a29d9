package org.answerloop.gap.model;

/** Groups that go, one after the other, to the topic that they gain most by. */
final class Round {

    /** Less is an error of rounding. */
    private static final double GAIN = 1e-6;

    private final Web web;
    private final int[] joined;
    private final Likeness likeness;
    private final double[] sizes;
    private final float[] strength;
    private final int[] touched;
    private int empty;

    /** @param joined the topic of each group, which is changed; topics have numbers below the number of groups */
    Round(Web web, int[] joined, Likeness likeness) {
        this.web = web;
        this.joined = joined;
        this.likeness = likeness;
        this.sizes = new double[web.groups()];
        this.strength = new float[web.groups()];
        this.touched = new int[web.groups()];
        for (int group = 0; group < joined.length; group++) {
            sizes[joined[group]] += web.size(group);
        }
    }

    /** @return whether the group went to another topic, or to one of its own where no topic is worth being in */
    boolean goes(int group) {
        int from = joined[group];
        double own = web.size(group);
        sizes[from] -= own;
        int touches = touch(group);
        int best = from;
        double most = strength[from] - likeness.costOfJoining(sizes[from], own);
        for (int i = 0; i < touches; i++) {
            int to = touched[i];
            double gain = strength[to] - likeness.costOfJoining(sizes[to], own);
            if (gain > most + GAIN) {
                most = gain;
                best = to;
            }
        }
        if (most < -GAIN) {
            best = emptyTopic();
        }
        for (int i = 0; i < touches; i++) {
            strength[touched[i]] = 0;
        }
        joined[group] = best;
        sizes[best] += own;
        return best != from;
    }

    /** How strongly the group hangs together with each topic. */
    private int touch(int group) {
        int touches = 0;
        for (int place = web.begin(group); place < web.end(group); place++) {
            int to = joined[web.other(place)];
            if (strength[to] == 0) {
                touched[touches++] = to;
            }
            strength[to] += web.bond(place);
        }
        return touches;
    }

    /** Who leaves a topic leaves somebody there, so that there are fewer topics than groups. */
    private int emptyTopic() {
        while (sizes[empty] > 0) {
            empty = (empty + 1) % sizes.length;
        }
        return empty;
    }
}

package org.answerloop.connection.model;

/** Ratings from one to five as the contract's two: the two best are helpful, as satisfaction is counted everywhere. */
final class Stars {

    private static final int LEAST_HELPFUL = 4;

    private Stars() {}

    static String rating(int stars) {
        return stars >= LEAST_HELPFUL ? "helpful" : "not_helpful";
    }
}

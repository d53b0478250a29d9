package org.answerloop.sample.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;

/**
 * When conversations begin: more of them from week to week, fewer at weekends and at night, and a few stormy days on
 * which everybody writes. The n-th of all arrivals is known without the ones before it.
 */
final class Arrivals {

    /** The company's own time, in which its days and opening hours are counted. */
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    static final int WEEKS = 26;

    private static final int HOURS = WEEKS * 7 * 24;
    private static final long NOISE_STREAM = -1;
    private static final double GROWTH = 0.7;
    private static final double STORM_CHANCE = 0.025;

    private static final double[] HOUR_OF_DAY = {
        0.18, 0.11, 0.07, 0.06, 0.08, 0.16, 0.36, 0.68, 1.05, 1.38, 1.52, 1.46,
        1.22, 1.20, 1.34, 1.42, 1.44, 1.40, 1.26, 1.18, 1.12, 0.92, 0.60, 0.34
    };
    private static final Map<DayOfWeek, Double> DAY_OF_WEEK = Map.of(
            DayOfWeek.MONDAY, 1.18,
            DayOfWeek.TUESDAY, 1.08,
            DayOfWeek.WEDNESDAY, 1.02,
            DayOfWeek.THURSDAY, 1.04,
            DayOfWeek.FRIDAY, 1.12,
            DayOfWeek.SATURDAY, 0.82,
            DayOfWeek.SUNDAY, 0.66);

    private final Instant begin;
    private final int count;
    private final double[] upTo = new double[HOURS + 1];

    Arrivals(long seed, Instant reference, int count) {
        this.begin = reference.minus(Duration.ofHours(HOURS));
        this.count = count;
        Dice dice = new Dice(seed, NOISE_STREAM);
        double ofTheDay = 1;
        for (int hour = 0; hour < HOURS; hour++) {
            if (hour % 24 == 0) {
                ofTheDay = StrictMath.exp(0.08 * dice.normal()) * (dice.chance(STORM_CHANCE) ? 1.6 : 1);
            }
            upTo[hour + 1] = upTo[hour] + ofTheDay * weight(hour);
        }
    }

    private double weight(int hour) {
        ZonedDateTime local = begin.plus(Duration.ofHours(hour)).atZone(ZONE);
        return (1 + GROWTH * hour / HOURS) * DAY_OF_WEEK.get(local.getDayOfWeek()) * HOUR_OF_DAY[local.getHour()];
    }

    /**
     * @param index from 0 to the count, excluded; later ones begin later
     * @param within where in its share of time it falls, from 0 to 1
     */
    Instant at(int index, double within) {
        double target = (index + within) / count * upTo[HOURS];
        int found = Arrays.binarySearch(upTo, target);
        int hour = Math.min(HOURS - 1, found >= 0 ? found : -found - 2);
        double part = (target - upTo[hour]) / (upTo[hour + 1] - upTo[hour]);
        return begin.plus(Duration.ofHours(hour))
                .plusMillis((long) (part * Duration.ofHours(1).toMillis()));
    }

    /** How far into the 26 weeks a moment lies, from 0 to 1. */
    double progress(Instant at) {
        return (double) Duration.between(begin, at).toMillis()
                / Duration.ofHours(HOURS).toMillis();
    }
}

package org.answerloop.subscription.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;

/**
 * When a mail falls due, on the clock of the reporting zone.
 *
 * @param dayOfWeek heeded where it is weekly
 * @param dayOfMonth from 1 to 28, so that every month has it; heeded where it is monthly
 * @param hour from 0 to 23; where the clocks leave it out, an hour later
 */
public record Schedule(Rhythm rhythm, DayOfWeek dayOfWeek, int dayOfMonth, int hour) {

    public static final int LAST_DAY_OF_MONTH = 28;

    private static final int HOURS = 24;

    /** @throws IllegalArgumentException where there is no such day or hour */
    public Schedule {
        Objects.requireNonNull(rhythm, "rhythm");
        Objects.requireNonNull(dayOfWeek, "dayOfWeek");
        if (dayOfMonth < 1 || dayOfMonth > LAST_DAY_OF_MONTH || hour < 0 || hour >= HOURS) {
            throw new IllegalArgumentException("No time of a mail: day " + dayOfMonth + ", hour " + hour);
        }
    }

    /** The first time after a moment. */
    public Instant next(Instant moment, ZoneId zone) {
        LocalDate date = first(LocalDate.ofInstant(moment, zone));
        Instant due = at(date, zone);
        while (!due.isAfter(moment)) {
            date = following(date);
            due = at(date, zone);
        }
        return due;
    }

    private Instant at(LocalDate date, ZoneId zone) {
        return date.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
    }

    private LocalDate first(LocalDate today) {
        return switch (rhythm) {
            case DAILY -> today;
            case WEEKLY -> today.with(TemporalAdjusters.nextOrSame(dayOfWeek));
            case MONTHLY -> today.withDayOfMonth(dayOfMonth);
        };
    }

    private LocalDate following(LocalDate date) {
        return switch (rhythm) {
            case DAILY -> date.plusDays(1);
            case WEEKLY -> date.plusWeeks(1);
            case MONTHLY -> date.plusMonths(1);
        };
    }
}

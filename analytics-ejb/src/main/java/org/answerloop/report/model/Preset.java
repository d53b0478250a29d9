package org.answerloop.report.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** Periods that move with time, by the names that they have in the bundles and in an address. */
public enum Preset {
    DAYS_7("days7"),
    WEEKS_4("weeks4"),
    WEEKS_12("weeks12"),
    WEEKS_26("weeks26"),
    WEEKS_52("weeks52"),
    MONTH("month"),
    MONTH_BEFORE("monthBefore"),
    MONTHS_12("months12");

    private final String code;

    Preset(String code) {
        this.code = code;
    }

    /** The preset of that name, if it is one. */
    public static Optional<Preset> of(String code) {
        return Arrays.stream(values())
                .filter(preset -> preset.code.equals(code))
                .findFirst();
    }

    /** The preset that these dates are on that day; none where they are free dates. */
    public static Optional<Preset> of(ReportingPeriod period, LocalDate today, DayOfWeek weekStart) {
        return Arrays.stream(values())
                .filter(preset -> preset.on(today, weekStart).equals(period))
                .findFirst();
    }

    public String code() {
        return code;
    }

    /** The dates that it is on that day. */
    public ReportingPeriod on(LocalDate today, DayOfWeek weekStart) {
        return switch (this) {
            case DAYS_7 -> ReportingPeriod.days(7, today);
            case WEEKS_4 -> ReportingPeriod.weeks(4, today, weekStart);
            case WEEKS_12 -> ReportingPeriod.weeks(12, today, weekStart);
            case WEEKS_26 -> ReportingPeriod.weeks(26, today, weekStart);
            case WEEKS_52 -> ReportingPeriod.weeks(52, today, weekStart);
            case MONTH -> ReportingPeriod.months(1, today);
            case MONTH_BEFORE -> ReportingPeriod.monthBefore(today);
            case MONTHS_12 -> ReportingPeriod.months(12, today);
        };
    }
}

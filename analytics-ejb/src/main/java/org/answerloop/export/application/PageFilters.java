package org.answerloop.export.application;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.answerloop.export.model.PageFilter;
import org.answerloop.export.model.PageState;
import org.answerloop.settings.Settings;

/** The filters of pages, as they are today. No figure is read for them, so whoever has the address of a page may have its filter. */
@Dependent
public class PageFilters {

    private final Settings settings;
    private final Clock clock;

    @Inject
    public PageFilters(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What the page is narrowed to. */
    public PageFilter of(PageState page) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        return new PageFilter(page, today, settings.weekStart());
    }
}

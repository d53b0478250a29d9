package org.answerloop.report.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.access.model.Role;
import org.answerloop.report.model.ConversationList;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.Impact;
import org.answerloop.report.model.ImpactFigure;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.RowsRequest;

/** The figures, and the conversations behind them, for people who are signed in and have any role: {@link Figures}. */
@Stateless
@RolesAllowed({Role.MANAGER, Role.EDITOR, Role.ADMINISTRATOR, Role.VIEWER})
public class Reports {

    private Figures figures;

    /** For the container, which asks for it. */
    public Reports() {}

    @Inject
    public Reports(Figures figures) {
        this.figures = figures;
    }

    /** {@link Figures#report} */
    public Report report(Metric metric, ReportFilter filter) {
        return figures.report(metric, filter);
    }

    /** {@link Figures#reports} */
    public Map<Metric, Report> reports(Set<Metric> metrics, ReportFilter filter) {
        return figures.reports(metrics, filter);
    }

    /** {@link Figures#impact} */
    public Impact impact(ReportFilter filter) {
        return figures.impact(filter);
    }

    /** {@link Figures#conversations(Metric, ReportFilter, LocalDate, String, RowsRequest)} */
    public ConversationList conversations(
            Metric metric, ReportFilter filter, LocalDate bucket, String key, RowsRequest page) {
        return figures.conversations(metric, filter, bucket, key, page);
    }

    /** {@link Figures#conversations(ImpactFigure, Instant, Instant, ReportFilter, RowsRequest)} */
    public ConversationList conversations(
            ImpactFigure figure, Instant from, Instant to, ReportFilter filter, RowsRequest page) {
        return figures.conversations(figure, from, to, filter, page);
    }

    /** {@link Figures#today} */
    public LocalDate today() {
        return figures.today();
    }

    /** {@link Figures#zone} */
    public ZoneId zone() {
        return figures.zone();
    }

    /** {@link Figures#choices} */
    public FilterChoices choices() {
        return figures.choices();
    }
}

package org.answerloop.web.reporting;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.answerloop.kernel.DatabaseOutage;
import org.answerloop.report.application.Reports;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.Report;
import org.answerloop.report.model.ReportFilter;

/** Asks for what a page shows, so that what cannot be had does not take the rest with it. */
final class ReportsAttempt {

    private static final Logger LOGGER = System.getLogger(ReportsAttempt.class.getName());

    private final Reports reports;
    private boolean outage;

    ReportsAttempt(Reports reports) {
        this.reports = reports;
    }

    /** All reports that can be made: at once, which is fastest; where that fails each on its own. */
    Map<Metric, Report> all(ReportFilter filter) {
        Optional<Map<Metric, Report>> atOnce =
                attempt("reports", () -> reports.reports(EnumSet.allOf(Metric.class), filter));
        if (atOnce.isPresent() || outage) {
            return atOnce.orElse(Map.of());
        }
        Map<Metric, Report> made = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            attempt("report " + metric.id(), () -> reports.report(metric, filter))
                    .ifPresent(report -> made.put(metric, report));
        }
        return made;
    }

    /** While the database is away, every further question would only wait as long as the first. */
    <T> Optional<T> attempt(String what, Supplier<T> call) {
        if (outage) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(call.get());
        } catch (RuntimeException failed) {
            outage = DatabaseOutage.isBehind(failed);
            LOGGER.log(Level.ERROR, "The reports page is without its " + what, failed);
            return Optional.empty();
        }
    }
}

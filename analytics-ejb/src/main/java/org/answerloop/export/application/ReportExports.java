package org.answerloop.export.application;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.access.model.Role;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.export.model.ExportFormat;
import org.answerloop.export.model.ExportTexts;
import org.answerloop.export.model.Handout;
import org.answerloop.export.model.PageState;
import org.answerloop.export.model.Separator;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.settings.Settings;
import org.answerloop.wording.Language;

/** Reports as files, for those who may take them along. */
@Stateless
@RolesAllowed({Role.MANAGER, Role.ADMINISTRATOR})
public class ReportExports {

    /** The whole page, where a metric is named otherwise. */
    public static final String PAGE = "reports";

    /** The figures of the week, where a metric is named otherwise. */
    public static final String IMPACT = "impact";

    @Inject
    private ReportHandouts handouts;

    @Inject
    private AuditTrail audit;

    @Inject
    private Settings settings;

    /** A file in memory: a page of reports is small. */
    public record ExportedFile(String name, String mediaType, byte[] content) {}

    /**
     * A report by its name, the figures of the week, or the whole page.
     *
     * @return nothing where there is no such thing, or not in that format: the whole page is more than one CSV file
     * @throws org.answerloop.report.model.UnusableFilterException where the filter of the page cannot be used
     */
    public Optional<ExportedFile> export(
            String what, PageState page, ExportFormat format, Separator separator, Language language) {
        if (what.equals(PAGE) && format == ExportFormat.CSV) {
            return Optional.empty();
        }
        Optional<Handout> handout = handout(what, page, language);
        handout.ifPresent(made -> audit.record("report.exported", what + "." + format.extension(), null, page.text()));
        return handout.map(made -> file(made, what, page, format, separator, language));
    }

    private Optional<Handout> handout(String what, PageState page, Language language) {
        return switch (what) {
            case PAGE -> Optional.of(handouts.page(page, language));
            case IMPACT -> Optional.of(handouts.impact(page, language));
            default -> Metric.named(what).map(metric -> handouts.report(metric, page, language));
        };
    }

    private ExportedFile file(
            Handout handout, String what, PageState page, ExportFormat format, Separator separator, Language language) {
        ReportFilter filter = handouts.filter(page).filter();
        String name =
                "answerloop-" + what + "-" + filter.from() + "-" + filter.to().minusDays(1) + "." + format.extension();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            format.write(handout, separator, new ExportTexts(language, settings.zone()), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ExportedFile(name, format.mediaType(), content.toByteArray());
    }
}

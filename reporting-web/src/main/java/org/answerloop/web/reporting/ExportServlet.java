package org.answerloop.web.reporting;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.export.application.ReportExports;
import org.answerloop.export.application.ReportExports.ExportedFile;
import org.answerloop.export.model.ExportFormat;
import org.answerloop.export.model.PageFilter;
import org.answerloop.export.model.PageState;
import org.answerloop.export.model.Separator;
import org.answerloop.report.model.UnusableFilterException;
import org.answerloop.web.http.Download;
import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Language;

/**
 * {@code GET /export/{metric}.{csv|xlsx|pdf}} with the parameters of the page: the report as a file; {@code impact} is the
 * week's figures, {@code reports} the whole page. {@code separator} of CSV is {@code comma}, {@code semicolon} or {@code
 * tab}; without it, what the language is used to.
 */
public class ExportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern FILE = Pattern.compile("/([a-z_0-9]{1,40})\\.(csv|xlsx|pdf)");

    @Inject
    private transient ReportExports exports;

    @Inject
    private transient Preferences preferences;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher file = FILE.matcher(String.valueOf(request.getPathInfo()));
        if (!file.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            Optional<ExportedFile> exported =
                    export(file.group(1), ExportFormat.of(file.group(2)).orElseThrow(), request);
            if (exported.isPresent()) {
                send(exported.get(), response);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (UnusableFilterException refused) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private Optional<ExportedFile> export(String what, ExportFormat format, HttpServletRequest request) {
        Language language = preferences.getLanguage();
        PageState page = PageStates.of(request, PageFilter.PARAMETERS);
        return exports.export(what, page, format, separator(request, language), language);
    }

    /** The separator that was asked for; what is none of ours is the usual one. */
    static Separator separator(HttpServletRequest request, Language language) {
        try {
            return Separator.valueOf(
                    String.valueOf(request.getParameter("separator")).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return Separator.usual(language);
        }
    }

    private static void send(ExportedFile file, HttpServletResponse response) throws IOException {
        Download.begin(response, file.mediaType(), file.name(), file.content().length)
                .write(file.content());
    }
}

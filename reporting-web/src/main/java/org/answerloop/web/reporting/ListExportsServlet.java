package org.answerloop.web.reporting;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.export.application.ExportView;
import org.answerloop.export.application.ListExports;
import org.answerloop.export.application.PageFilters;
import org.answerloop.export.application.TooManyExportsException;
import org.answerloop.export.application.UnknownExportException;
import org.answerloop.export.model.ExportFormat;
import org.answerloop.export.model.ExportStateException;
import org.answerloop.export.model.ListStyle;
import org.answerloop.export.model.ListWish;
import org.answerloop.export.model.PageFilter;
import org.answerloop.export.model.PageState;
import org.answerloop.report.model.UnusableFilterException;
import org.answerloop.web.http.Download;
import org.answerloop.web.http.SeeOther;
import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Language;

/**
 * The exports of lists: {@code POST /exports/conversations.{csv|xlsx}} with the parameters of the list orders one, {@code
 * POST /exports/{id}/stop} and {@code /discard} end it, {@code GET /exports/{id}} hands the file over.
 */
public class ListExportsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String PAGE = "/exports.xhtml";
    private static final Pattern ORDER = Pattern.compile("/conversations\\.(csv|xlsx)");
    private static final Pattern CHANGE = Pattern.compile("/([0-9]{1,18})/(stop|discard)");
    private static final Pattern FILE = Pattern.compile("/([0-9]{1,18})");

    @Inject
    private transient ListExports exports;

    @Inject
    private transient PageFilters filters;

    @Inject
    private transient Preferences preferences;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        Matcher order = ORDER.matcher(path);
        Matcher change = CHANGE.matcher(path);
        try {
            if (order.matches()) {
                order(request, ExportFormat.of(order.group(1)).orElseThrow());
            } else if (change.matches()) {
                change(Long.parseLong(change.group(1)), change.group(2));
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            SeeOther.at(request.getContextPath() + PAGE, response);
        } catch (TooManyExportsException refused) {
            SeeOther.at(request.getContextPath() + PAGE + "?problem=many", response);
        } catch (ExportStateException | UnknownExportException refused) {
            SeeOther.at(request.getContextPath() + PAGE + "?problem=state", response);
        } catch (UnusableFilterException | DateTimeException refused) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void order(HttpServletRequest request, ExportFormat format) {
        Set<String> names = new HashSet<>(PageFilter.PARAMETERS);
        names.addAll(ListWish.PARAMETERS);
        PageState list = PageStates.of(request, names);
        Language language = preferences.getLanguage();
        ListWish wish = ListWish.of(list, filters.of(list).filter())
                .orElseThrow(() -> new UnusableFilterException(UnusableFilterException.Reason.ABSURD_DATES));
        exports.order(wish, new ListStyle(format, ExportServlet.separator(request, language), language));
    }

    private void change(long id, String how) {
        if (how.equals("stop")) {
            exports.stop(id);
        } else {
            exports.discard(id);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher file = FILE.matcher(String.valueOf(request.getPathInfo()));
        try {
            if (!file.matches()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                send(Long.parseLong(file.group(1)), response);
            }
        } catch (UnknownExportException expired) {
            SeeOther.at(request.getContextPath() + PAGE + "?problem=gone", response);
        }
    }

    private void send(long id, HttpServletResponse response) throws IOException {
        ExportView export = exports.find(id);
        if (!exports.isThere(id)) {
            throw new UnknownExportException(id);
        }
        String name = "answerloop-conversations-" + id + "." + export.format().extension();
        exports.copy(id, Download.begin(response, export.format().mediaType(), name, export.size()));
    }
}

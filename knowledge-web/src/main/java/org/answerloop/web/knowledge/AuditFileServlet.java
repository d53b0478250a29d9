package org.answerloop.web.knowledge;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.audit.application.AuditRecord;
import org.answerloop.audit.model.AuditFilter;
import org.answerloop.settings.Settings;
import org.answerloop.web.http.Download;

/** The record as a file, narrowed as the page is. */
public class AuditFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient AuditRecord auditRecord;

    @Inject
    private transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuditFilter filter = new AuditPeriod(
                        request.getParameter("q"),
                        request.getParameter("area"),
                        request.getParameter("from"),
                        request.getParameter("until"))
                .in(settings.zone());
        auditRecord.noteExport(filter);
        auditRecord.write(filter, Download.begin(response, "text/csv;charset=UTF-8", "audit.csv"));
    }
}

package org.answerloop.web.knowledge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.imports.application.ImportAdministration;
import org.answerloop.imports.model.CsvTemplate;

/** What the page of the imports gives to take along: the template, and the report of an import. */
public class ImportFilesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern REPORT = Pattern.compile("/([0-9]{1,18})/report\\.csv");

    @Inject
    private transient ImportAdministration imports;

    @Inject
    private transient ProblemTitles titles;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        Matcher report = REPORT.matcher(path);
        if (path.equals("/template.csv")) {
            begin(response, "answerloop-template.csv");
            response.getOutputStream().write(CsvTemplate.text().getBytes(StandardCharsets.UTF_8));
        } else if (report.matches()) {
            begin(response, "import-" + report.group(1) + "-report.csv");
            imports.writeReport(Long.parseLong(report.group(1)), titles.ofAReport(), response.getOutputStream());
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void begin(HttpServletResponse response, String fileName) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
    }
}

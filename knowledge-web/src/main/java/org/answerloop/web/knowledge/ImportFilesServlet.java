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
import org.answerloop.web.http.Download;

/** What the page of the imports gives to take along: the template, and the report of an import. */
public class ImportFilesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String CSV = "text/csv;charset=UTF-8";
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
            byte[] template = CsvTemplate.text().getBytes(StandardCharsets.UTF_8);
            Download.begin(response, CSV, "answerloop-template.csv", template.length)
                    .write(template);
        } else if (report.matches()) {
            imports.writeReport(
                    Long.parseLong(report.group(1)),
                    titles.ofAReport(),
                    Download.begin(response, CSV, "import-" + report.group(1) + "-report.csv"));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}

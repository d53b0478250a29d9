package org.answerloop.web.knowledge;

import java.io.IOException;
import java.io.OutputStream;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.answer.application.AnswerFiles;
import org.answerloop.web.http.Download;

/** All short answers as a file, and an empty one to be filled in. */
public class AnswerFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String TEMPLATE = "/answers-template.csv";

    @Inject
    private transient AnswerFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean template = request.getServletPath().equals(TEMPLATE);
        if (!template) {
            files.noteExport();
        }
        OutputStream out = Download.begin(
                response, "text/csv;charset=UTF-8", template ? "short-answers-template.csv" : "short-answers.csv");
        if (template) {
            files.writeTemplate(out);
        } else {
            files.write(out);
        }
    }
}

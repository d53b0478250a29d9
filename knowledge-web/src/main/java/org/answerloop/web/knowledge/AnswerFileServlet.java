package org.answerloop.web.knowledge;

import java.io.IOException;
import java.io.Writer;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.answer.application.AnswerFiles;
import org.answerloop.answer.model.AnswerFileColumn;

/** All short answers as a file, and an empty one to be filled in. */
public class AnswerFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String TEMPLATE = "/answers-template.csv";

    /** By which spreadsheets know that a file is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Inject
    private transient AnswerFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean template = request.getServletPath().equals(TEMPLATE);
        if (!template) {
            files.noteExport();
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + (template ? "short-answers-template.csv" : "short-answers.csv") + "\"");
        Writer out = response.getWriter();
        out.write(BYTE_ORDER_MARK);
        if (template) {
            out.write(String.join(",", AnswerFileColumn.titles()) + "\r\n");
        } else {
            files.write(out);
        }
    }
}

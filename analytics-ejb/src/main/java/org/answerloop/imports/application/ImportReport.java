package org.answerloop.imports.application;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.imports.model.ReportTable;
import org.answerloop.imports.model.ReportWords;
import org.answerloop.imports.model.ReportedProblem;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

/** The report of an import, as a table; read page by page, so that it may be long. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class ImportReport {

    private static final int PAGE = 1_000;

    @Inject
    private Imports imports;

    /** Writes CSV in UTF-8; the stream is left open. */
    public void write(long id, ReportWords words, OutputStream out) throws IOException {
        ReportTable table = ReportTable.begin(words, out);
        List<ReportedProblem> page = imports.report(id, 0, PAGE);
        while (!page.isEmpty()) {
            for (ReportedProblem reported : page) {
                table.add(reported.problem());
            }
            page = imports.report(id, page.get(page.size() - 1).id(), PAGE);
        }
        table.flush();
    }
}

package org.answerloop.answer.application;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.answerloop.access.model.Role;
import org.answerloop.answer.model.AnswerFileColumn;
import org.answerloop.answer.model.AnswerState;
import org.answerloop.answer.model.ShortAnswer;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.kernel.CsvFile;
import org.answerloop.kernel.SpreadsheetText;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static jakarta.ejb.TransactionAttributeType.REQUIRED;

/** Takes short answers along as CSV (RFC 4180). Cells that a spreadsheet would take for formulas are written as text. */
@Stateless
@RolesAllowed({Role.ADMINISTRATOR, Role.EDITOR, Role.MANAGER, Role.VIEWER})
@TransactionAttribute(NOT_SUPPORTED)
public class AnswerFiles {

    private static final int PAGE = 500;

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private AuditTrail audit;

    /** Notes that the caller takes the answers along; before {@link #write}. */
    @TransactionAttribute(REQUIRED)
    public void noteExport() {
        audit.record("answer.exported", "answers", null, null);
    }

    /** Writes all of them, page by page, so that the most of them fit into the memory. */
    public void write(OutputStream out) throws IOException {
        try (CsvWriter csv = begun(out)) {
            List<ShortAnswer> page = after(0);
            while (!page.isEmpty()) {
                page.forEach(answer -> csv.writeRecord(cells(answer)));
                entityManager.clear();
                page = after(page.get(page.size() - 1).id());
            }
        }
    }

    /** Writes an empty one, to be filled in. */
    public void writeTemplate(OutputStream out) throws IOException {
        begun(out).close();
    }

    private static CsvWriter begun(OutputStream out) throws IOException {
        CsvWriter csv = CsvFile.forSpreadsheets(out, ',');
        csv.writeRecord(AnswerFileColumn.titles());
        return csv;
    }

    private List<ShortAnswer> after(long id) {
        return entityManager
                .createQuery("select a from ShortAnswer a where a.id > :id order by a.id", ShortAnswer.class)
                .setParameter("id", id)
                .setMaxResults(PAGE)
                .getResultList();
    }

    private static List<String> cells(ShortAnswer answer) {
        List<String> cells = new ArrayList<>();
        for (AnswerFileColumn column : AnswerFileColumn.values()) {
            cells.add(SpreadsheetText.reversible(cell(answer, column)));
        }
        return cells;
    }

    private static String cell(ShortAnswer answer, AnswerFileColumn column) {
        return switch (column) {
            case ID -> answer.id().toString();
            case QUESTION -> answer.wording().question();
            case ANSWER -> answer.wording().answer();
            case LANGUAGE -> answer.wording().language();
            case STATE -> state(answer).name().toLowerCase(Locale.ROOT);
            case OWNER -> answer.owner();
            case REVIEW_ON -> answer.reviewOn().map(LocalDate::toString).orElse("");
        };
    }

    /** Of the latest wording: brought in again, a draft is not published by the way. */
    private static AnswerState state(ShortAnswer answer) {
        return answer.state() == AnswerState.PUBLISHED && answer.hasDraft() ? AnswerState.DRAFT : answer.state();
    }
}

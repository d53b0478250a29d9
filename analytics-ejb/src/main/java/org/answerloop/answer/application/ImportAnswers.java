package org.answerloop.answer.application;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.answerloop.access.model.Role;
import org.answerloop.answer.model.AnswerFileTitles;
import org.answerloop.answer.model.AnswerLine;
import org.answerloop.answer.model.ImportTally;
import org.answerloop.answer.model.ImportedAnswers;
import org.answerloop.answer.model.ImportedAnswers.FileFault.Kind;
import org.answerloop.answer.model.OvertakenException;
import org.answerloop.answer.model.UnusableAnswerException;
import org.answerloop.answer.model.UnusableAnswerException.Reason;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

/**
 * Brings short answers in from CSV, line by line, each in a transaction of its own: a line that cannot be used costs no other,
 * and bringing the same file in again changes nothing.
 */
@Stateless
@RolesAllowed(Role.EDITOR)
@TransactionAttribute(NOT_SUPPORTED)
public class ImportAnswers {

    /** The most lines of a file. */
    public static final int MOST = 10_000;

    /** The longest line that is looked at, in characters; a short answer is far shorter. */
    private static final int LONGEST_LINE = 100_000;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    @Inject
    private TakeOverAnswer takeOver;

    @Inject
    private NoteImport note;

    /**
     * @param file UTF-8, with a title line
     * @throws org.answerloop.access.model.NoSeatException where the caller has no seat, or no longer
     * @throws IOException where the file ends before its time
     */
    public ImportedAnswers take(InputStream file) throws IOException {
        takeOver.requireRights();
        ImportTally tally = new ImportTally();
        try {
            read(file, tally);
        } finally {
            note.note(tally.done());
        }
        return tally.done();
    }

    private void read(InputStream file, ImportTally tally) throws IOException {
        try (BufferedReader text = text(file);
                CsvReader<CsvRecord> csv = csv(text)) {
            Iterator<CsvRecord> lines = csv.iterator();
            if (!lines.hasNext()) {
                tally.end(Kind.EMPTY, 0);
                return;
            }
            AnswerFileTitles titles = AnswerFileTitles.of(lines.next().getFields());
            if (!titles.areUsable()) {
                tally.end(Kind.COLUMNS, 1);
                return;
            }
            while (lines.hasNext()) {
                CsvRecord line = lines.next();
                if (tally.isFull(MOST)) {
                    tally.end(Kind.TOO_MANY, line.getStartingLineNumber());
                    return;
                }
                take(line, titles, tally);
            }
        } catch (CsvParseException | UncheckedIOException | CharacterCodingException e) {
            endBroken(e, tally);
        }
    }

    private static void endBroken(Exception e, ImportTally tally) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                tally.end(Kind.ENCODING, tally.line() + 1);
                return;
            }
        }
        if (e instanceof UncheckedIOException broken) {
            throw broken.getCause();
        }
        tally.end(Kind.QUOTES, tally.line() + 1);
    }

    private void take(CsvRecord line, AnswerFileTitles titles, ImportTally tally) {
        try {
            tally.at(line.getStartingLineNumber(), titles.question(line.getFields()));
            switch (takeOver.take(AnswerLine.of(titles.cells(line.getFields())))) {
                case CREATED -> tally.countCreated();
                case CHANGED -> tally.countChanged();
                case UNCHANGED -> tally.countUnchanged();
            }
        } catch (UnusableAnswerException refused) {
            tally.refuse(refused.reason());
        } catch (OvertakenException overtaken) {
            tally.refuse(Reason.OVERTAKEN);
        }
    }

    private static BufferedReader text(InputStream file) throws IOException {
        // A decoder that is made by itself reports what is no UTF-8, where a reader would put a sign in its place.
        BufferedReader text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** Spreadsheets write a semicolon where the comma is a decimal sign: the title line tells. */
    private static CsvReader<CsvRecord> csv(BufferedReader text) throws IOException {
        text.mark(LONGEST_LINE);
        String titles = text.readLine();
        text.reset();
        boolean semicolons = titles != null && titles.indexOf(';') >= 0 && titles.indexOf(',') < 0;
        return CsvReader.builder()
                .fieldSeparator(semicolons ? ';' : ',')
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_LINE)
                .ofCsvRecord((Reader) text);
    }
}

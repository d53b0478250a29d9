package org.answerloop.answer.model;

import java.util.ArrayList;
import java.util.List;

import org.answerloop.answer.model.ImportedAnswers.FileFault;
import org.answerloop.answer.model.ImportedAnswers.RefusedLine;

/** Counts what becomes of the lines of a file while they are read. */
public final class ImportTally {

    /** So many refused lines are told one by one. */
    private static final int MOST_REFUSED = 200;

    private static final int SHOWN = 120;

    private final List<RefusedLine> refused = new ArrayList<>();
    private long created;
    private long changed;
    private long unchanged;
    private long refusals;
    private long line = 1;
    private String question = "";
    private FileFault fault;

    /** From now on it is about that line. */
    public void at(long number, String asked) {
        line = number;
        question = asked.length() > SHOWN ? asked.substring(0, SHOWN) + "…" : asked;
    }

    public void countCreated() {
        created++;
    }

    public void countChanged() {
        changed++;
    }

    public void countUnchanged() {
        unchanged++;
    }

    public void refuse(UnusableAnswerException.Reason reason) {
        refusals++;
        if (refused.size() < MOST_REFUSED) {
            refused.add(new RefusedLine(line, question, reason));
        }
    }

    /** The rest of the file is not read. */
    public void end(FileFault.Kind kind, long at) {
        fault = new FileFault(kind, at);
    }

    /** The last one that was read. */
    public long line() {
        return line;
    }

    public boolean isFull(int most) {
        return created + changed + unchanged + refusals >= most;
    }

    public ImportedAnswers done() {
        return new ImportedAnswers(created, changed, unchanged, refusals, refused, fault);
    }
}

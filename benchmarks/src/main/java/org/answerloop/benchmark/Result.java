package org.answerloop.benchmark;

import java.util.ArrayList;
import java.util.List;

/** What was measured, as a table with a sentence on each line of it. */
final class Result {

    private static final System.Logger LOG = System.getLogger(Result.class.getName());

    private final String title;
    private final Machine machine = Machine.now();
    private final List<String> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Result(String title) {
        this.title = title;
    }

    void row(String what, String measured, String aim) {
        LOG.log(System.Logger.Level.INFO, "{0}: {1}", what, measured);
        rows.add("| " + what + " | " + measured + " | " + aim + " |");
    }

    /** A line whose aim is a least ratio. */
    void ratio(String what, double ratio, double least) {
        row(what, "**%.3f**".formatted(ratio), atLeast(ratio, least, "≥ %.3f".formatted(least)));
    }

    static String atMost(double value, double most, String aim) {
        return aim + ": " + (value <= most ? "reached" : "not reached");
    }

    static String atLeast(double value, double least, String aim) {
        return aim + ": " + (value >= least ? "reached" : "not reached");
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    String markdown() {
        StringBuilder text = new StringBuilder("# " + title + "\n\n");
        text.append("| what | measured | aim |\n|---|---|---|\n");
        rows.forEach(row -> text.append(row).append('\n'));
        text.append('\n');
        notes.forEach(note -> text.append("- ").append(note).append('\n'));
        text.append("- Before: ")
                .append(machine.text())
                .append("\n- After: ")
                .append(Machine.now().text());
        return text.append('\n').toString();
    }

    static String rate(double perSecond, String what) {
        return "%,.0f %s/s".formatted(perSecond, what);
    }
}

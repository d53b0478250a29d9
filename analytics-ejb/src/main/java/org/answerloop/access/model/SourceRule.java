package org.answerloop.access.model;

import java.util.Arrays;
import java.util.List;

/**
 * The sources that a key is bound to: each line is a source, exactly as its events name it, or ends in {@code *} and covers
 * every source that begins with what stands before it. Without a line it covers all.
 */
public record SourceRule(List<String> lines) {

    /** Every source. */
    public static final SourceRule ALL = new SourceRule(List.of());

    /** Lines of one rule. */
    public static final int LINES = 50;

    /** Characters of a rule, as it is kept. */
    static final int LENGTH = 4_000;

    private static final int SOURCE = 255;
    private static final String ANYTHING = "*";

    /** @throws UnusableKeyException where a line can be no source, or there are too many */
    public SourceRule {
        lines = List.copyOf(lines);
        boolean usable = lines.stream().allMatch(SourceRule::isUsable);
        if (!usable || lines.size() > LINES || String.join("\n", lines).length() > LENGTH) {
            throw new UnusableKeyException(UnusableKeyException.Reason.SOURCES);
        }
    }

    /**
     * Reads what {@link #text()} writes, or a person.
     *
     * @param text null is as empty
     * @throws UnusableKeyException where a line can be no source, or there are too many
     */
    public static SourceRule parse(String text) {
        return text == null || text.isBlank()
                ? ALL
                : new SourceRule(text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList());
    }

    /** A star in the middle would be taken for a pattern that it is not, and a lone one for a bound. */
    private static boolean isUsable(String line) {
        String begins = line.endsWith(ANYTHING) ? line.substring(0, line.length() - 1) : line;
        return !begins.isBlank() && !begins.contains(ANYTHING) && line.length() <= SOURCE;
    }

    /** Whether every source is covered. */
    public boolean isUnbound() {
        return lines.isEmpty();
    }

    /** @param source exactly as an event names it */
    public boolean covers(String source) {
        return lines.isEmpty() || lines.stream().anyMatch(line -> covers(line, source));
    }

    private static boolean covers(String line, String source) {
        return line.endsWith(ANYTHING) ? source.startsWith(line.substring(0, line.length() - 1)) : source.equals(line);
    }

    /** As it is kept, and shown for editing. */
    public String text() {
        return String.join("\n", lines);
    }

    /** For a sentence. */
    @Override
    public String toString() {
        return lines.isEmpty() ? "all sources" : String.join(", ", lines);
    }

    /** @return the rule of these lines */
    public static SourceRule of(String... lines) {
        return new SourceRule(Arrays.asList(lines));
    }
}

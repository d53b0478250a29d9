package org.answerloop.web.knowledge;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;

/** Two texts, word by word. */
public final class Comparison {

    private Comparison() {}

    /**
     * A stretch of text.
     *
     * @param in which of the two texts has it
     */
    public record Piece(In in, String text) {}

    /** Which of two texts has something. */
    public enum In {
        BOTH,
        EARLIER,
        LATER
    }

    /** What is gone stands before what came in its place. */
    public static List<Piece> of(String earlier, String later) {
        List<String> before = words(earlier);
        List<String> after = words(later);
        List<Piece> pieces = new ArrayList<>();
        int told = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            int from = delta.getSource().getPosition();
            add(pieces, In.BOTH, before.subList(told, from));
            add(pieces, In.EARLIER, delta.getSource().getLines());
            add(pieces, In.LATER, delta.getTarget().getLines());
            told = from + delta.getSource().size();
        }
        add(pieces, In.BOTH, before.subList(told, before.size()));
        return pieces;
    }

    /** Words and what lies between them, so that nothing is lost. */
    private static List<String> words(String text) {
        return List.of(text.split("(?<=\\s)|(?=\\s)"));
    }

    private static void add(List<Piece> pieces, In in, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(in, String.join("", words)));
        }
    }
}

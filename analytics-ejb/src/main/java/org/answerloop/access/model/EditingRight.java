package org.answerloop.access.model;

/**
 * What somebody has of the two that changing knowledge takes.
 *
 * @param editor the role
 * @param seat the number of the paid seat; null where they have none
 * @param bought how many seats there are
 */
public record EditingRight(boolean editor, Integer seat, int bought) {

    /** Whether both are there. */
    public boolean isComplete() {
        return editor && seat != null;
    }
}

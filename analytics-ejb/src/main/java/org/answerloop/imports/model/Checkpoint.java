package org.answerloop.imports.model;

/**
 * Where a file is read on: everything before it has been handed over. Together with the file it says all that a reader
 * has to know, so that a file which was read with an interruption yields the same events as one that was not.
 *
 * @param position bytes from the beginning of the file
 * @param line the number of the line there, from 1
 * @param index how many items came before
 * @param context what the reader of the format remembers from before; empty at the beginning
 */
public record Checkpoint(long position, long line, long index, String context) {

    /** Characters that the context has at most. */
    public static final int CONTEXT = 64;

    public static final Checkpoint START = new Checkpoint(0, 1, 0, "");

    public Checkpoint {
        if (position < 0 || line < 1 || index < 0 || context.length() > CONTEXT) {
            throw new IllegalArgumentException("No place in a file: " + position + ", " + line + ", " + index);
        }
    }
}

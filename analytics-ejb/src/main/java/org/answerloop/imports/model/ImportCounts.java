package org.answerloop.imports.model;

/**
 * What became of what a file says.
 *
 * @param accepted events that are new
 * @param duplicate events that were there already, as after importing a file twice
 * @param rejected events that the intake refused, and items that could not be read
 * @param late accepted, but after the verdict that they would have belonged to; they are among the accepted
 */
public record ImportCounts(long accepted, long duplicate, long rejected, long late) {

    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0);

    public ImportCounts plus(ImportCounts other) {
        return new ImportCounts(
                accepted + other.accepted, duplicate + other.duplicate, rejected + other.rejected, late + other.late);
    }

    public long total() {
        return accepted + duplicate + rejected;
    }
}

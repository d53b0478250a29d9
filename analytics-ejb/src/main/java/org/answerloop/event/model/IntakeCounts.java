package org.answerloop.event.model;

/**
 * What became of a number of events.
 *
 * @param late accepted, but after the verdict that they would have belonged to; they are among the accepted
 * @param conflict refused because their id is known with other content; they are not among the refused
 */
public record IntakeCounts(long accepted, long duplicate, long late, long refused, long conflict) {

    public static final IntakeCounts NONE = new IntakeCounts(0, 0, 0, 0, 0);

    public IntakeCounts plus(IntakeCounts other) {
        return new IntakeCounts(
                accepted + other.accepted,
                duplicate + other.duplicate,
                late + other.late,
                refused + other.refused,
                conflict + other.conflict);
    }

    public static IntakeCounts oneAccepted(boolean late) {
        return new IntakeCounts(1, 0, late ? 1 : 0, 0, 0);
    }

    public static IntakeCounts oneDuplicate() {
        return new IntakeCounts(0, 1, 0, 0, 0);
    }

    public static IntakeCounts oneRejected(Problem problem) {
        boolean conflict = Problem.CONFLICT.equals(problem.code());
        return new IntakeCounts(0, 0, 0, conflict ? 0 : 1, conflict ? 1 : 0);
    }
}

package org.answerloop.kernel;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.RollbackException;

/**
 * What kind of failure ended a transaction, and so what helps: to try again, to wait, to mend the installation, or to leave
 * out what caused it. The classes of SQL states are those of ISO/IEC 9075-2 and of PostgreSQL (appendix A).
 */
public enum FailureKind {

    /** Two transactions got in each other's way; the next time one of them is first. */
    CONTENTION(Set.of("40", "HYT00", "90131")),

    /** A unique key was taken: by another transaction at this moment, or for good. */
    COLLISION(Set.of("23505")),

    /** The database is away, busy, full or out of time; it goes by. */
    PASSING(Set.of("08", "25", "28", "3D", "53", "55", "57", "58", "HYT01", "HY000")),

    /** The schema or the files of the database are not as they should be: whatever is stored fails. */
    INSTALLATION(Set.of("42", "XX", "F0")),

    /** The same again fails again. */
    LASTING(Set.of());

    /** Of H2, whose own states are its codes: read-only, no reading or writing, damaged, no memory. */
    private static final Set<Integer> PASSING_IN_H2 = Set.of(90028, 90030, 90031, 90097, 90108);

    private final Set<String> states;

    FailureKind(Set<String> states) {
        this.states = states;
    }

    /** By what lies at the bottom of the failure, however often it was wrapped. */
    public static FailureKind of(Throwable failure) {
        if (DatabaseOutage.isBehind(failure)) {
            return PASSING;
        }
        FailureKind kind = LASTING;
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return of(sql);
            }
            if (isLockLost(cause)) {
                kind = CONTENTION;
            } else if (cause instanceof Error || cause instanceof RollbackException && kind == LASTING) {
                kind = PASSING;
            }
        }
        return kind;
    }

    private static boolean isLockLost(Throwable cause) {
        return cause instanceof OptimisticLockException
                || cause instanceof PessimisticLockException
                || cause instanceof LockTimeoutException;
    }

    private static FailureKind of(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null || PASSING_IN_H2.contains(failure.getErrorCode())) {
            return PASSING;
        }
        for (FailureKind kind : values()) {
            if (kind.states.stream().anyMatch(state::startsWith)) {
                return kind;
            }
        }
        return LASTING;
    }

    /** Whether it may succeed when it is tried again at once. */
    public boolean isWorthAnotherTry() {
        return this == CONTENTION || this == COLLISION;
    }

    /** Whether it is the fault of what was worked on, so that nothing else need wait for it. */
    public boolean isOfItsOwn() {
        return this == COLLISION || this == LASTING;
    }

    /** Whether it may succeed later, when nobody has done anything about it. */
    public boolean goesBy() {
        return this == CONTENTION || this == PASSING;
    }
}

package org.answerloop.kernel;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Whose a piece of work is, and until when: where nothing is heard of the owner by then, it is somebody else's. Work that
 * is nobody's has none.
 */
@Embeddable
public class Lease {

    @Column(name = "lease_owner")
    private String owner;

    @Column(name = "lease_until")
    private Instant until;

    /** For the persistence provider. */
    protected Lease() {}

    private Lease(String owner, Instant until) {
        this.owner = owner;
        this.until = until;
    }

    /** From now on it is the owner's, for that time. */
    public static Lease of(String owner, Instant now, Duration time) {
        return new Lease(owner, now.plus(time));
    }

    /** @param lease null where it is nobody's */
    public static boolean isFree(Lease lease, Instant now) {
        return lease == null || lease.owner == null || lease.until.isBefore(now);
    }

    /** Whether it is the owner's, though its time may be over: nobody else has taken it. */
    public static boolean isHeldBy(String owner, Lease lease) {
        return lease != null && owner.equals(lease.owner);
    }
}

package org.answerloop.report.application;

import java.time.DayOfWeek;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.access.model.Role;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.report.model.Generation;
import org.answerloop.report.model.ReportCalendar;
import org.answerloop.report.model.RollupStatus;

/** Has everything counted again from the conversations, when an administrator says so. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class RebuildRollup {

    /** In the audit. */
    public static final String ACTION = "rollup.rebuilt";

    private static final String SUBJECT = "reports";

    @Inject
    private BeginGeneration generations;

    @Inject
    private RollupStore store;

    @Inject
    private AuditTrail audit;

    /** From now on figures are counted directly, until the refresh has counted each day again. */
    public void rebuild() {
        Generation began = generations.begin();
        audit.record(ACTION, SUBJECT, null, "generation " + began.id() + ", " + began.zone());
    }

    /** Empty until this server, or another, has begun to count. */
    public Optional<RollupStatus> status() {
        return store.readable()
                .map(readable -> new RollupStatus(
                        readable.generation().zone(), readable.generation().beganAt(), waiting(readable)));
    }

    /** Of a stretch all days, until it is known which of them have anything to count. */
    private int waiting(RollupStore.Readable readable) {
        ReportCalendar calendar = new ReportCalendar(readable.generation().zone(), DayOfWeek.MONDAY);
        return (int) readable.stale().stream()
                .flatMap(stale -> calendar.daysTouching(stale.from(), stale.to()).stream())
                .distinct()
                .count();
    }
}

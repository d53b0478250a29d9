package org.answerloop.imports.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import org.answerloop.imports.model.FileFault;
import org.answerloop.imports.model.ImportFailure;
import org.answerloop.imports.model.ImportJob;
import org.answerloop.imports.model.ReportedProblem;

/** Who works on which import, and how far they are; each call is a short transaction of its own. */
@Stateless
public class ImportClaims {

    /** Lines of one report: whoever has more of them mends the cause first. */
    static final int LONGEST_REPORT = 100_000;

    private static final Duration LEASE = Duration.ofSeconds(30);

    /** Another server may hold the file, or it may be about to come back. */
    private static final Duration PATIENCE_WITH_A_LOST_FILE = Duration.ofMinutes(10);

    private static final ImportFailure LOST = new ImportFailure(
            FileFault.FILE_LOST, "", "The file of this import is gone from the directory of imports; send it again.");

    private static final int CANDIDATES = 20;

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private ImportSpool spool;

    @Inject
    private Clock clock;

    /** Takes the import that nobody has worked on for the longest time. */
    public Optional<ImportJob> claim(String owner) {
        Instant now = now();
        for (long id : free(now)) {
            ImportJob job = entityManager.find(ImportJob.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (spool.holds(job.fileName())) {
                job.claim(owner, now, LEASE);
                return Optional.of(job);
            }
            if (job.changedAt().plus(PATIENCE_WITH_A_LOST_FILE).isBefore(now)) {
                job.fail(LOST, now);
            }
        }
        return Optional.empty();
    }

    /** Jakarta Persistence has no words for "skip locked" before 3.2, so this one is SQL. */
    private List<Long> free(Instant now) {
        @SuppressWarnings("unchecked")
        List<Number> ids = entityManager
                .createNativeQuery(String.format(Locale.ROOT, """
                        select id
                          from import_job
                         where state in ('WAITING', 'RUNNING')
                           and (lease_owner is null or lease_until < ?1)
                         order by changed_at, id
                         limit %d
                           for update skip locked""", CANDIDATES))
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return ids.stream().map(Number::longValue).toList();
    }

    /** @return whether the owner goes on */
    public boolean advance(long id, String owner, ImportChunk chunk) {
        ImportJob job = lock(id);
        if (job == null || !job.isHeldBy(owner)) {
            return false;
        }
        int room = (int) Math.max(0, LONGEST_REPORT - job.reported());
        List<ReportedProblem> kept = chunk.problems().stream()
                .limit(room)
                .map(problem -> new ReportedProblem(id, problem))
                .toList();
        kept.forEach(entityManager::persist);
        return job.advance(owner, chunk.reached(), chunk.counts(), kept.size(), now(), LEASE);
    }

    public void release(long id, String owner) {
        Optional.ofNullable(lock(id)).ifPresent(job -> job.release(owner));
    }

    public void finish(long id, String owner) {
        Optional.ofNullable(lock(id)).ifPresent(job -> job.finish(owner, now()));
    }

    public void fail(long id, String owner, ImportFailure why) {
        Optional.ofNullable(lock(id)).filter(job -> job.isHeldBy(owner)).ifPresent(job -> job.fail(why, now()));
    }

    public boolean isKnown(String fileName) {
        return !entityManager
                .createQuery("select j.id from ImportJob j where j.fileName = :name", Long.class)
                .setParameter("name", fileName)
                .getResultList()
                .isEmpty();
    }

    private ImportJob lock(long id) {
        return entityManager.find(ImportJob.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

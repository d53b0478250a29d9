package org.answerloop.export.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import org.answerloop.export.model.ExportJob;

/** Who writes which export, and how far they are; each call is a short transaction of its own. */
@Stateless
public class ExportClaims {

    private static final Duration LEASE = Duration.ofSeconds(30);

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    /** Takes the export that has waited longest. */
    public Optional<ExportJob> claim(String owner) {
        Instant now = now();
        return free(now).map(id -> {
            ExportJob job = lock(id);
            job.claim(owner, now, LEASE);
            return job;
        });
    }

    /** Jakarta Persistence has no words for "skip locked" before 3.2, so this one is SQL. */
    private Optional<Long> free(Instant now) {
        @SuppressWarnings("unchecked")
        List<Number> ids = entityManager
                .createNativeQuery("""
                        select id
                          from export_job
                         where state in ('WAITING', 'RUNNING')
                           and (lease_owner is null or lease_until < ?1)
                         order by changed_at, id
                         limit 1
                           for update skip locked""")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return ids.stream().map(Number::longValue).findFirst();
    }

    /** @return whether the owner goes on */
    public boolean advance(long id, String owner, long written) {
        return found(id).map(job -> job.advance(owner, written, now(), LEASE)).orElse(false);
    }

    /** @return whether the file is the one that people get */
    public boolean finish(long id, String owner, long written, String fileName, long size) {
        return found(id)
                .map(job -> job.finish(owner, written, fileName, size, now()))
                .orElse(false);
    }

    public void fail(long id, String owner) {
        found(id).ifPresent(job -> job.fail(owner, now()));
    }

    /** Those that were taken back and whose files are there. */
    public List<ExportJob> withdrawn() {
        return entityManager.createQuery("""
                        select j
                          from ExportJob j
                         where j.state = org.answerloop.export.model.ExportState.WITHDRAWN
                           and j.fileName is not null""", ExportJob.class).getResultList();
    }

    public void lostFile(long id) {
        found(id).ifPresent(ExportJob::lostFile);
    }

    /** Forgets the exports that ended too long ago. @return the names of their files */
    public List<String> forget() {
        List<ExportJob> old = entityManager
                .createQuery("select j from ExportJob j where j.finishedAt < :before", ExportJob.class)
                .setParameter("before", now().minus(ExportJob.KEPT))
                .getResultList();
        old.forEach(entityManager::remove);
        return old.stream().flatMap(job -> job.fileName().stream()).toList();
    }

    private Optional<ExportJob> found(long id) {
        return Optional.ofNullable(lock(id));
    }

    private ExportJob lock(long id) {
        return entityManager.find(ExportJob.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package org.answerloop.imports.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;

import org.answerloop.access.application.KeyRevoked;
import org.answerloop.access.model.Grant;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.imports.model.ImportFormat;
import org.answerloop.imports.model.ImportJob;
import org.answerloop.imports.model.ImportOptions;
import org.answerloop.imports.model.ReportedProblem;
import org.answerloop.imports.model.SpooledFile;
import org.answerloop.kernel.PageCursor;
import org.answerloop.settings.Settings;

/**
 * The imports, for programs with a key; people come by {@link ImportAdministration}. Whoever does something about one is in
 * the audit.
 */
@Stateless
public class Imports {

    /** The most rows of one page. */
    public static final int LONGEST_PAGE = 200;

    /** Later than whatever a table holds. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private ImportSpool spool;

    @Inject
    private ToldConversations told;

    @Inject
    private Settings settings;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * A page of a list, the latest first.
     *
     * @param next asks for the page after it; null on the last one
     */
    public record Page<T>(List<T> rows, String next) {}

    /** What was asked for in full, such as the zone of times that say none. */
    public ImportOptions complete(ImportFormat format, ImportOptions options) {
        ImportOptions completed = format == ImportFormat.CSV
                ? options.withDefault("zone", settings.zone().getId())
                : options;
        format.check(completed);
        return completed;
    }

    /**
     * A file that has come in waits from now on.
     *
     * @throws org.answerloop.imports.model.UnusableImportException where the options do not suit the format
     */
    public ImportJob create(SpooledFile file, String name, ImportFormat format, ImportOptions options, Grant by) {
        ImportJob job = new ImportJob(file, name, format, complete(format, options), by, now());
        entityManager.persist(job);
        entityManager.flush();
        audit.recordAs(by.caller(), "import.created", subject(job), null, format.label() + " " + file.sha256());
        return job;
    }

    public Optional<ImportJob> find(long id) {
        return Optional.ofNullable(entityManager.find(ImportJob.class, id));
    }

    /** As {@link #find(long)}; a key that is bound to sources finds its own alone. */
    public Optional<ImportJob> find(long id, Grant reader) {
        return find(id).filter(job -> reader.sources().isUnbound()
                || job.keyId().filter(key -> key.equals(reader.keyId())).isPresent());
    }

    /** The key that sent them opens nothing any more: what it sent is taken in no further. */
    public void stopOf(@Observes KeyRevoked key) {
        entityManager
                .createQuery("""
                        select j.id
                          from ImportJob j
                         where j.keyId = :key
                           and j.state in (org.answerloop.imports.model.ImportState.WAITING,
                                           org.answerloop.imports.model.ImportState.RUNNING)
                         order by j.id""", Long.class)
                .setParameter("key", key.keyId())
                .getResultList()
                .forEach(id -> stop(id, key.by()));
    }

    /** @param cursor {@link Page#next()} of the page before; null for the first */
    public Page<ImportJob> list(String cursor, int limit) {
        return list(Grant.HOUSE, cursor, limit);
    }

    /** As {@link #list(String, int)}; a key that is bound to sources sees its own alone. */
    public Page<ImportJob> list(Grant reader, String cursor, int limit) {
        Optional<PageCursor> position = Optional.ofNullable(cursor).map(PageCursor::parse);
        int size = Math.max(1, Math.min(limit, LONGEST_PAGE));
        Optional<Long> ofBound = reader.sources().isUnbound() ? Optional.empty() : Optional.of(reader.keyId());
        TypedQuery<ImportJob> query = entityManager
                .createQuery(
                        """
                        select j
                          from ImportJob j
                         where %s (j.createdAt < :moment or (j.createdAt = :moment and j.id < :id))
                         order by j.createdAt desc, j.id desc""".replace(
                                "%s", ofBound.map(key -> "j.keyId = :key and").orElse("")),
                        ImportJob.class)
                .setParameter("moment", position.map(PageCursor::moment).orElse(END_OF_TIME))
                .setParameter("id", position.map(PageCursor::number).orElse(Long.MAX_VALUE))
                .setMaxResults(size + 1);
        ofBound.ifPresent(key -> query.setParameter("key", key));
        List<ImportJob> found = query.getResultList();
        List<ImportJob> rows = List.copyOf(found.subList(0, Math.min(size, found.size())));
        if (found.size() <= size) {
            return new Page<>(rows, null);
        }
        ImportJob last = rows.get(size - 1);
        return new Page<>(rows, new PageCursor(last.createdAt(), Long.toString(last.id())).text());
    }

    public ImportJob stop(long id, String by) {
        ImportJob job = lock(id);
        job.stop(now());
        audit.recordAs(by, "import.stopped", subject(job), null, null);
        return job;
    }

    public ImportJob resume(long id, String by) {
        ImportJob job = lock(id);
        job.resume(now());
        audit.recordAs(by, "import.resumed", subject(job), null, null);
        return job;
    }

    /** Takes the import away with its report and its file; the events that it brought stay. */
    public void discard(long id, String by) {
        ImportJob job = lock(id);
        job.requireDiscardable(now());
        entityManager
                .createQuery("delete from ReportedProblem p where p.jobId = :id")
                .setParameter("id", id)
                .executeUpdate();
        entityManager.remove(job);
        entityManager.flush();
        told.forget(id);
        audit.recordAs(by, "import.discarded", subject(job), null, null);
        spool.remove(job.fileName());
    }

    /** @return those that stand still, with their files, since before that moment */
    public List<Long> restingSince(Instant before, int limit) {
        return entityManager
                .createQuery("""
                        select j.id
                          from ImportJob j
                         where j.state in (org.answerloop.imports.model.ImportState.STOPPED,
                                           org.answerloop.imports.model.ImportState.FAILED)
                           and j.changedAt < :before
                         order by j.changedAt, j.id""", Long.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }

    /** @param after the id of the row before; 0 for the first */
    public List<ReportedProblem> report(long id, long after, int limit) {
        return entityManager
                .createQuery("""
                        select p
                          from ReportedProblem p
                         where p.jobId = :job
                           and p.id > :after
                         order by p.id""", ReportedProblem.class)
                .setParameter("job", id)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    private ImportJob lock(long id) {
        ImportJob job = entityManager.find(ImportJob.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (job == null) {
            throw new UnknownImportException(id);
        }
        return job;
    }

    private static String subject(ImportJob job) {
        return job.id() + " " + job.name();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

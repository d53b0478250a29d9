package org.answerloop.export.application;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import org.answerloop.access.model.Role;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.export.model.ExportJob;
import org.answerloop.export.model.ExportState;
import org.answerloop.export.model.ListStyle;
import org.answerloop.export.model.ListWish;
import org.answerloop.report.application.Figures;
import org.answerloop.report.model.RowsRequest;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

/** The exports of lists of conversations, each person's own. */
@Stateless
@RolesAllowed({Role.MANAGER, Role.ADMINISTRATOR})
public class ListExports {

    /** So many a person sees, the latest first. */
    private static final int SHOWN = 20;

    /** So many of one person wait or run at a time. */
    private static final int AT_A_TIME = 3;

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private ExportTurns turns;

    @Inject
    private Figures figures;

    @Inject
    private ExportSpool spool;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext session;

    /**
     * The list waits to be written from now on.
     *
     * @throws TooManyExportsException while the caller has enough of them under way
     */
    public ExportView order(ListWish wish, ListStyle style) {
        awaitTurn();
        if (underWay() >= AT_A_TIME) {
            throw new TooManyExportsException();
        }
        long total = figures.conversations(
                        wish.metric(), wish.filter(), wish.at(), wish.key(), RowsRequest.latest(null, 1))
                .total();
        // From here to the commit: it waits for whoever is forgetting what it would list, and is seen by whoever begins
        // to.
        turns.take(ExportTurns.OF_ALL);
        ExportJob job = new ExportJob(wish, style, total, caller(), now());
        entityManager.persist(job);
        entityManager.flush();
        audit.record(
                "conversations.exported", style.format() + " " + wish.state().text(), null, total + " rows");
        return ExportView.of(job);
    }

    /** Those of the caller, the latest first. */
    public List<ExportView> list() {
        return entityManager
                .createQuery("""
                        select j
                          from ExportJob j
                         where j.createdBy = :caller
                         order by j.createdAt desc, j.id desc""", ExportJob.class)
                .setParameter("caller", caller())
                .setMaxResults(SHOWN)
                .getResultList()
                .stream()
                .map(ExportView::of)
                .toList();
    }

    /** @throws UnknownExportException where the caller has no such file */
    public ExportView find(long id) {
        return ExportView.of(ofCaller(id));
    }

    /**
     * Hands the written file over.
     *
     * @throws UnknownExportException where the caller has no such file
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public void copy(long id, OutputStream out) throws IOException {
        spool.copy(fileOf(id), out);
    }

    /** Whether there is a file to be had. */
    public boolean isThere(long id) {
        ExportJob job = ofCaller(id);
        return job.state() == ExportState.DONE
                && job.fileName().filter(spool::holds).isPresent();
    }

    public void stop(long id) {
        lock(id).stop(now());
    }

    /** Takes the export away with its file. */
    public void discard(long id) {
        ExportJob job = lock(id);
        job.requireDiscardable();
        entityManager.remove(job);
        entityManager.flush();
        job.fileName().ifPresent(spool::remove);
    }

    /** Of several orders of one person at once each waits for the one before it, and so counts it. */
    private void awaitTurn() {
        turns.take(caller());
    }

    private long underWay() {
        return entityManager
                .createQuery("""
                        select count(j)
                          from ExportJob j
                         where j.createdBy = :caller
                           and j.state in (org.answerloop.export.model.ExportState.WAITING,
                                           org.answerloop.export.model.ExportState.RUNNING)""", Long.class)
                .setParameter("caller", caller())
                .getSingleResult();
    }

    private String fileOf(long id) {
        return Optional.of(ofCaller(id))
                .filter(job -> job.state() == ExportState.DONE)
                .flatMap(ExportJob::fileName)
                .filter(spool::holds)
                .orElseThrow(() -> new UnknownExportException(id));
    }

    private ExportJob lock(long id) {
        ExportJob job = ofCaller(id);
        entityManager.lock(job, LockModeType.PESSIMISTIC_WRITE);
        entityManager.refresh(job);
        return job;
    }

    private ExportJob ofCaller(long id) {
        ExportJob job = entityManager.find(ExportJob.class, id);
        if (job == null || !job.createdBy().equals(caller())) {
            throw new UnknownExportException(id);
        }
        return job;
    }

    private String caller() {
        return session.getCallerPrincipal().getName();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

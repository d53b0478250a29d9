package org.answerloop.imports.application;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.access.application.KeyAuthentication;
import org.answerloop.access.model.Grant;
import org.answerloop.event.application.EventIntake;
import org.answerloop.imports.model.FileFault;
import org.answerloop.imports.model.ImportFailure;
import org.answerloop.imports.model.ImportJob;
import org.answerloop.imports.model.ImportStateException;
import org.answerloop.imports.model.UnusableFileException;
import org.answerloop.kernel.FailureKind;
import org.answerloop.settings.Settings;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

/**
 * Works the imports off, each for a while in turn, so that a small file does not wait for a large one. Several servers
 * may do it at once: what one holds, the others pass over.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class ImportWorker {

    private static final System.Logger LOG = System.getLogger(ImportWorker.class.getName());

    private static final Duration TURN = Duration.ofSeconds(5);

    /** What nobody made an import of within this time belongs to an upload that broke off. */
    private static final Duration UPLOAD = Duration.ofHours(24);

    /** Forgotten in one go; what is left comes with the next. */
    private static final int AT_ONCE = 100;

    @Inject
    private ImportClaims claims;

    @Inject
    private Imports imports;

    @Inject
    private Settings settings;

    @Inject
    private ImportSpool spool;

    @Inject
    private EventIntake intake;

    @Inject
    private KeyAuthentication keys;

    @Inject
    private ToldConversations told;

    @Inject
    private Clock clock;

    /** Works until there is nothing left to do. */
    public void run() {
        String owner = UUID.randomUUID().toString();
        for (Optional<ImportJob> job = claims.claim(owner); job.isPresent(); job = claims.claim(owner)) {
            if (!work(job.get(), owner)) {
                return;
            }
        }
    }

    /** Takes away what was left of uploads that broke off, and files that rest longer than text is kept. */
    public void tidy() {
        if (!settings.retention().isZero()) {
            forget(settings.retention());
        }
        spool.untouchedFor(UPLOAD).stream()
                .filter(name -> !claims.isKnown(name))
                .forEach(spool::remove);
    }

    /** Takes away the imports that were stopped or failed so long ago, with their files and reports. */
    public void forget(Duration retention) {
        for (long id : imports.restingSince(clock.instant().minus(retention), AT_ONCE)) {
            try {
                imports.discard(id, "retention");
            } catch (ImportStateException | UnknownImportException e) {
                LOG.log(INFO, "Import {0} was resumed or removed at this very moment.", id);
            }
        }
    }

    /** @return false where nothing can be taken in at the moment */
    private boolean work(ImportJob job, String owner) {
        try (SeekableByteChannel file = spool.open(job.fileName())) {
            Instant end = clock.instant().plus(TURN);
            Grant grant = job.keyId().map(keys::grantOf).orElseGet(() -> Grant.ofTheHouse(job.createdBy()));
            ImportRun run = new ImportRun(
                    events -> intake.take(events, grant, ids -> told.note(job.id(), ids)),
                    chunk -> claims.advance(job.id(), owner, chunk)
                            && clock.instant().isBefore(end));
            if (run.run(job.format().reader(file, job.reached(), job.options()))) {
                claims.finish(job.id(), owner);
                spool.remove(job.fileName());
                LOG.log(INFO, "Import {0} ({1}) is in.", job.id(), job.name());
            } else {
                claims.release(job.id(), owner);
            }
            return true;
        } catch (UnusableFileException e) {
            claims.fail(job.id(), owner, e.failure());
            return true;
        } catch (IOException e) {
            LOG.log(ERROR, "The file of import " + job.id() + " could not be read.", e);
            claims.fail(
                    job.id(),
                    owner,
                    new ImportFailure(
                            FileFault.FILE_UNREADABLE, "", "The file could not be read; the server's log says why."));
            return true;
        } catch (RuntimeException e) {
            return goesOnAfter(e, job, owner);
        }
    }

    /** @return false where nothing can be taken in at the moment */
    private boolean goesOnAfter(RuntimeException failure, ImportJob job, String owner) {
        if (FailureKind.of(failure).goesBy()) {
            // The lease ends by itself, and whoever comes next goes on from the last chunk that was written down.
            LOG.log(WARNING, "Import " + job.id() + " pauses: its events cannot be stored at the moment.", failure);
            return false;
        }
        LOG.log(
                ERROR,
                "Import " + job.id() + " has failed after line " + job.reached().line() + ".",
                failure);
        claims.fail(
                job.id(),
                owner,
                new ImportFailure(
                        FileFault.NOT_STORED,
                        "",
                        "What is in the file could not be stored; the server's log says why. Resume the import once the cause"
                                + " is mended."));
        return true;
    }
}

package org.answerloop.export.application;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.export.application.ListedConversations.Listing;
import org.answerloop.export.model.ConversationColumns;
import org.answerloop.export.model.CsvTable;
import org.answerloop.export.model.ExportFormat;
import org.answerloop.export.model.ExportJob;
import org.answerloop.export.model.ExportTexts;
import org.answerloop.export.model.RowSink;
import org.answerloop.export.model.XlsxTable;
import org.answerloop.kernel.DatabaseOutage;
import org.answerloop.settings.Settings;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

/** Writes the exports one after the other. Several servers may do it at once: what one holds, the others pass over. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class ExportWorker {

    private static final System.Logger LOG = System.getLogger(ExportWorker.class.getName());

    @Inject
    private ExportClaims claims;

    @Inject
    private ExportSpool spool;

    @Inject
    private ListedConversations conversations;

    @Inject
    private Settings settings;

    /** Works until there is nothing left to do. */
    public void run() {
        claims.withdrawn().forEach(this::removeFile);
        String owner = UUID.randomUUID().toString();
        for (Optional<ExportJob> job = claims.claim(owner); job.isPresent(); job = claims.claim(owner)) {
            work(job.get(), owner);
        }
    }

    private void removeFile(ExportJob withdrawn) {
        try {
            withdrawn.fileName().ifPresent(spool::remove);
            claims.lostFile(withdrawn.id());
        } catch (UncheckedIOException e) {
            LOG.log(ERROR, "The file of export " + withdrawn.id() + " cannot be removed; it is tried again.", e);
        }
    }

    /** Takes away the files that are old, and what was left of those that were never finished. */
    public void tidy() {
        claims.forget().forEach(spool::remove);
        spool.removeUntouchedFor(ExportJob.KEPT);
    }

    private void work(ExportJob job, String owner) {
        try {
            OptionalLong written = write(job, owner);
            if (written.isPresent()) {
                complete(job, owner, written.getAsLong());
            }
        } catch (IOException e) {
            LOG.log(ERROR, "Export " + job.id() + " could not be written.", e);
            claims.fail(job.id(), owner);
        } catch (RuntimeException e) {
            if (DatabaseOutage.isBehind(e)) {
                // The lease ends by itself, and whoever comes next begins anew.
                LOG.log(WARNING, "Export " + job.id() + " pauses: its rows cannot be read at the moment.", e);
            } else {
                LOG.log(ERROR, "Export " + job.id() + " could not be written.", e);
                claims.fail(job.id(), owner);
            }
        } finally {
            spool.abandon(job.id(), owner);
        }
    }

    private void complete(ExportJob job, String owner, long written) throws IOException {
        String file = spool.complete(job.id(), owner);
        if (claims.finish(job.id(), owner, written, file, spool.size(file))) {
            LOG.log(INFO, "Export {0} is written: {1} rows.", job.id(), written);
        } else {
            spool.remove(file);
        }
    }

    private OptionalLong write(ExportJob job, String owner) throws IOException {
        ExportTexts texts = new ExportTexts(job.style().language(), settings.zone());
        try (OutputStream out = spool.begin(job.id(), owner);
                RowSink sink = sink(job, texts, out);
                Listing listing = conversations.list(job.wish())) {
            return new WriteList(
                            new ConversationColumns(texts),
                            listing::after,
                            rows -> claims.advance(job.id(), owner, rows))
                    .into(sink);
        }
    }

    private static RowSink sink(ExportJob job, ExportTexts texts, OutputStream out) throws IOException {
        return job.style().format() == ExportFormat.CSV
                ? new CsvTable(out, job.style().separator(), texts)
                : new XlsxTable(out, texts.of("list.sheet"), texts);
    }
}

package org.answerloop.imports.application;

import java.io.IOException;
import java.io.OutputStream;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.access.model.Role;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.imports.application.Imports.Page;
import org.answerloop.imports.model.ImportFormat;
import org.answerloop.imports.model.ImportJob;
import org.answerloop.imports.model.ImportOptions;
import org.answerloop.imports.model.SpooledFile;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

/** What an administrator sees of the imports, and does about them. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class ImportAdministration {

    @Inject
    private Imports imports;

    @Inject
    private ImportReport reports;

    @Inject
    private AuditTrail audit;

    @Resource
    private SessionContext session;

    /** As {@link Imports#complete}: so that an unusable parameter is said before the file is written down. */
    public void check(ImportFormat format, ImportOptions options) {
        imports.complete(format, options);
    }

    /** As {@link Imports#create}, in the name of the caller. */
    public ImportJob create(SpooledFile file, String name, ImportFormat format, ImportOptions options) {
        ImportJob job = imports.create(
                file, name, format, options, session.getCallerPrincipal().getName());
        audit.record("import.created", subject(job), null, format.label() + " " + file.sha256());
        return job;
    }

    public Page<ImportJob> list(String cursor, int limit) {
        return imports.list(cursor, limit);
    }

    /** As {@link ImportReport#write}. */
    @TransactionAttribute(NOT_SUPPORTED)
    public void writeReport(long id, OutputStream out) throws IOException {
        reports.write(id, out);
    }

    public void stop(long id) {
        audit.record("import.stopped", subject(imports.stop(id)), null, null);
    }

    public void resume(long id) {
        audit.record("import.resumed", subject(imports.resume(id)), null, null);
    }

    public void discard(long id) {
        audit.record("import.discarded", subject(imports.discard(id)), null, null);
    }

    private static String subject(ImportJob job) {
        return job.id() + " " + job.name();
    }
}

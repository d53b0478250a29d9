package org.answerloop.imports.application;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.access.model.Grant;
import org.answerloop.access.model.Role;
import org.answerloop.imports.application.Imports.Page;
import org.answerloop.imports.model.ImportFormat;
import org.answerloop.imports.model.ImportJob;
import org.answerloop.imports.model.ImportOptions;
import org.answerloop.imports.model.LineProblem;
import org.answerloop.imports.model.ReportWords;
import org.answerloop.imports.model.ReportedProblem;
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

    @Resource
    private SessionContext session;

    /** As {@link Imports#complete}: so that an unusable parameter is said before the file is written down. */
    public void check(ImportFormat format, ImportOptions options) {
        imports.complete(format, options);
    }

    /** As {@link Imports#create}, in the name of the caller. */
    public ImportJob create(SpooledFile file, String name, ImportFormat format, ImportOptions options) {
        return imports.create(file, name, format, options, Grant.ofTheHouse(caller()));
    }

    public Page<ImportJob> list(String cursor, int limit) {
        return imports.list(cursor, limit);
    }

    /** What could not be taken over, the first lines of it. */
    public List<LineProblem> problems(long id, int limit) {
        return imports.report(id, 0, limit).stream()
                .map(ReportedProblem::problem)
                .toList();
    }

    /** As {@link ImportReport#write}, in the words of the person who takes it along. */
    @TransactionAttribute(NOT_SUPPORTED)
    public void writeReport(long id, ReportWords words, OutputStream out) throws IOException {
        reports.write(id, words, out);
    }

    public void stop(long id) {
        imports.stop(id, caller());
    }

    public void resume(long id) {
        imports.resume(id, caller());
    }

    public void discard(long id) {
        imports.discard(id, caller());
    }

    private String caller() {
        return session.getCallerPrincipal().getName();
    }
}

package org.answerloop.answer.application;

import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.access.model.Role;
import org.answerloop.answer.model.ImportedAnswers;
import org.answerloop.audit.application.AuditTrail;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

/** Writes down that a file was brought in, beside the record of each answer that it changed. */
@Stateless
@RolesAllowed(Role.EDITOR)
@TransactionAttribute(REQUIRES_NEW)
public class NoteImport {

    @Inject
    private AuditTrail audit;

    public void note(ImportedAnswers done) {
        audit.record(
                "answer.imported",
                "answers",
                null,
                String.format(
                        Locale.ROOT,
                        "%d created, %d changed, %d unchanged, %d refused",
                        done.created(),
                        done.changed(),
                        done.unchanged(),
                        done.refusals()));
    }
}

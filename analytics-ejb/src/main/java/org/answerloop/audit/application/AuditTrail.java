package org.answerloop.audit.application;

import java.time.Clock;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.audit.model.AuditEntry;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/** Writes down what the caller does, in the transaction in which they do it: no deed without its record. */
@Stateless
@TransactionAttribute(MANDATORY)
public class AuditTrail {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext session;

    /** As {@link AuditEntry}; who and when are known here. */
    public void record(String action, String subject, String before, String after) {
        recordAs(session.getCallerPrincipal().getName(), action, subject, before, after);
    }

    /** For what no person does who is signed in: a program with a key, or the server by itself. */
    public void recordAs(String who, String action, String subject, String before, String after) {
        entityManager.persist(new AuditEntry(clock.instant(), who, action, subject, before, after));
    }
}

package org.answerloop.access.application;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.access.model.Person;
import org.answerloop.access.model.RefusalTally.Refusal;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.client.Client;

/** Puts on the record who was not let in, a bounded number of times a minute. */
@Stateless
@PermitAll
public class Refusals {

    private static final String NOBODY = "not signed in";
    private static final String UNKNOWN = "unknown user name";

    /** Characters of an address of ours. */
    private static final int SUBJECT = 200;

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private RefusalsOfServer tally;

    @Inject
    private AuditTrail audit;

    /**
     * Returns at once: what is written depends on whether there is such a person, and how long that takes is not to be seen.
     *
     * @param name as it was typed, or its beginning where it is longer than any; it is written down only where somebody of
     *     that name has signed in before
     */
    @Asynchronous
    public void signInFailed(String name, Client client) {
        boolean known =
                name.length() <= Person.LOGIN && entityManager.find(Person.class, name.replace('\0', ' ')) != null;
        note(new Refusal("sign_in.failed", NOBODY, known ? name : UNKNOWN, client.text()));
    }

    /** @param what the address that is not open to that person */
    public void accessRefused(String login, String what, Client client) {
        String subject = what.replace('\0', '\uFFFD');
        note(new Refusal(
                "sign_in.not_allowed",
                login,
                subject.substring(0, Math.min(SUBJECT, subject.length())),
                client.text()));
    }

    /** Sums up the minute that is over. */
    public void sumUp() {
        tally.take()
                .forEach((refusal, count) -> audit.recordAs(
                        refusal.who(),
                        refusal.action(),
                        refusal.subject(),
                        null,
                        refusal.address() + ", " + count + " more"));
    }

    private void note(Refusal refusal) {
        if (tally.isFirst(refusal)) {
            audit.recordAs(refusal.who(), refusal.action(), refusal.subject(), null, refusal.address());
        }
    }
}

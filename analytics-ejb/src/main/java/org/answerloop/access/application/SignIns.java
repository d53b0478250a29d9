package org.answerloop.access.application;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.access.model.Role;
import org.answerloop.access.model.SignIn;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.client.Client;
import org.answerloop.kernel.Fingerprint;

/**
 * Who is signed in. The server's own cookie says who somebody is and is good until it expires, on every server that has its
 * keys; whether the sign-in still stands is asked here, at each request.
 */
@Stateless
@PermitAll
public class SignIns {

    /** No sign-in stands for longer, whatever the server's own cookie says. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    /** In how many browsers one person is signed in; the sign-in that began first makes room. */
    static final int OF_ONE_PERSON = 50;

    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private StandingSignIns standing;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** @return the secret for the browser that the sign-in is known by, told this once */
    public String begin(String login, Client client) {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        entityManager.persist(new SignIn(Fingerprint.of(secret), login, client.text(), now));
        entityManager.flush();
        of(login).stream().skip(OF_ONE_PERSON).forEach(entityManager::remove);
        audit.recordAs(login, "sign_in.begun", login, null, client.text());
        return secret;
    }

    /** Whether that person's sign-in by this secret stands. What was found is believed for some seconds. */
    public boolean stands(String secret, String login) {
        String fingerprint = Fingerprint.of(secret);
        return standing.login(fingerprint, this::find).filter(login::equals).isPresent();
    }

    /** Nobody is let in by the secret any more. */
    public void end(String secret, Client client) {
        String fingerprint = Fingerprint.of(secret);
        Optional.ofNullable(entityManager.find(SignIn.class, fingerprint)).ifPresent(ended -> {
            entityManager.remove(ended);
            audit.recordAs(ended.login(), "sign_in.ended", ended.login(), null, client.text());
        });
        standing.forget(fingerprint);
    }

    /** Whoever is signed in as that person has to sign in again. */
    @RolesAllowed(Role.ADMINISTRATOR)
    public int endAll(String login) {
        List<SignIn> ended = of(login);
        ended.forEach(entityManager::remove);
        ended.forEach(signIn -> standing.forget(signIn.fingerprint()));
        audit.record("sign_in.all_ended", login, String.valueOf(ended.size()), "0");
        return ended.size();
    }

    /** How many sign-ins of each person stand, by login; the most recent first. */
    @RolesAllowed(Role.ADMINISTRATOR)
    public List<SignedIn> people() {
        return entityManager
                .createQuery(
                        "select new org.answerloop.access.application.SignIns.SignedIn(s.login, count(s), max(s.begunAt))"
                                + " from SignIn s where s.begunAt > :oldest group by s.login order by s.login",
                        SignedIn.class)
                .setParameter("oldest", oldest())
                .getResultList();
    }

    /** Removes the sign-ins that have become too old to stand. */
    public void tidy() {
        entityManager
                .createQuery("delete from SignIn s where s.begunAt <= :oldest")
                .setParameter("oldest", oldest())
                .executeUpdate();
    }

    /**
     * Somebody who is signed in.
     *
     * @param signIns in how many browsers
     * @param latest when they last signed in
     */
    public record SignedIn(String login, long signIns, Instant latest) {}

    private Optional<String> find(String fingerprint) {
        return Optional.ofNullable(entityManager.find(SignIn.class, fingerprint))
                .filter(found -> found.begunAt().isAfter(oldest()))
                .map(SignIn::login);
    }

    private List<SignIn> of(String login) {
        return entityManager
                .createQuery("select s from SignIn s where s.login = :login order by s.begunAt desc", SignIn.class)
                .setParameter("login", login)
                .getResultList();
    }

    private Instant oldest() {
        return clock.instant().minus(LIFETIME);
    }
}

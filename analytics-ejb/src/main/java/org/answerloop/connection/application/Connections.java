package org.answerloop.connection.application;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.answerloop.access.model.Role;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.connection.model.ApiAccess;
import org.answerloop.connection.model.Connection;
import org.answerloop.connection.model.ConnectionSecret;
import org.answerloop.connection.model.ConnectionWishes;
import org.answerloop.connection.model.DeliveryTally;
import org.answerloop.connection.model.Platform;
import org.answerloop.connection.model.PlatformApis;
import org.answerloop.connection.model.Reconciliation;
import org.answerloop.connection.model.SecretBox;
import org.answerloop.connection.model.TicketPattern;
import org.answerloop.connection.model.UnusableConnectionException;
import org.answerloop.connection.model.UnusableConnectionException.Reason;
import org.answerloop.conversation.application.TicketLinks;

/** What administrators do about connections; every deed is in the audit, without the secrets. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class Connections {

    private static final int ADDRESS_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    @Inject
    private SecretBox box;

    @Inject
    private PlatformApis apis;

    @Inject
    private TicketLinks ticketLinks;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext session;

    /**
     * A connection's secret, told this once.
     *
     * @param secret empty where the administrator knows it, having brought it
     */
    public record Told(long id, Optional<String> secret) {}

    /** All of them, by name. */
    public List<Connection> list() {
        return entityManager
                .createQuery("select c from Connection c order by c.name, c.id", Connection.class)
                .getResultList();
    }

    /** What was delivered on each, by the connection's id; none where nothing was. */
    public Map<Long, DeliveryTally> tallies() {
        return entityManager
                .createQuery("""
                        select new org.answerloop.connection.model.DeliveryTally(
                                 d.connection.id,
                                 max(d.receivedAt),
                                 sum(case when d.state = org.answerloop.connection.model.DeliveryState.FAILED then 1 else 0 end))
                          from WebhookDelivery d
                         group by d.connection.id""", DeliveryTally.class)
                .getResultStream()
                .collect(Collectors.toMap(DeliveryTally::connectionId, Function.identity()));
    }

    public Optional<Connection> find(long id) {
        return Optional.ofNullable(entityManager.find(Connection.class, id));
    }

    /** @param secret the platform's own; null or blank to have one made */
    public Told create(Platform platform, ConnectionWishes wishes, String secret) {
        requireLinked(wishes);
        Connection connection = new Connection(
                randomText(),
                platform,
                wishes,
                clock.instant(),
                session.getCallerPrincipal().getName());
        ConnectionSecret first = secret(platform, secret);
        connection.sign(first, box, clock.instant());
        entityManager.persist(connection);
        audit.record("connection.created", subject(connection), null, described(connection));
        return told(connection, first, secret);
    }

    /** @param version of the connection that the administrator saw */
    public void change(long id, long version, ConnectionWishes wishes) {
        Connection connection = known(id);
        if (connection.version() != version) {
            throw new UnusableConnectionException(Reason.CHANGED);
        }
        requireLinked(wishes);
        String before = described(connection);
        connection.change(wishes);
        audit.record("connection.changed", subject(connection), before, described(connection));
    }

    /**
     * Gives it another secret; the one until now stays live until it is taken away.
     *
     * @param secret the platform's own; null or blank to have one made
     */
    public Told addSecret(long id, String secret) {
        Connection connection = known(id);
        ConnectionSecret next = secret(connection.platform(), secret);
        connection.sign(next, box, clock.instant());
        audit.record("connection.secret_added", subject(connection), null, connection.secretHint());
        return told(connection, next, secret);
    }

    public void dropEarlierSecret(long id) {
        Connection connection = known(id);
        String dropped = connection.earlierHint().orElse(null);
        connection.dropEarlierSecret();
        audit.record("connection.secret_dropped", subject(connection), dropped, null);
    }

    /**
     * Says how the platform is asked for what its webhooks leave out.
     *
     * @param base the address of its API; null or blank for not asking it
     */
    public void ask(long id, String base, String token) {
        Connection connection = known(id);
        String before = connection.apiBase();
        connection.ask(base == null || base.isBlank() ? null : access(base, token), box);
        if (connection.platform().isReconciled() && connection.apiBase() != null) {
            reconcile(connection);
        }
        audit.record("connection.api_changed", subject(connection), before, connection.apiBase());
    }

    public void enable(long id) {
        Connection connection = known(id);
        connection.enable();
        audit.record("connection.enabled", subject(connection), null, null);
    }

    public void disable(long id) {
        Connection connection = known(id);
        connection.disable();
        audit.record("connection.disabled", subject(connection), null, null);
    }

    /** Tickets are linked on the hosts that the settings name: an address elsewhere would be shown to nobody. */
    private void requireLinked(ConnectionWishes wishes) {
        boolean isLinked = wishes.tickets()
                .map(TicketPattern::example)
                .map(address -> ticketLinks.hosts().address(address).isPresent())
                .orElse(true);
        if (!isLinked) {
            throw new UnusableConnectionException(Reason.TICKETS);
        }
    }

    private ApiAccess access(String base, String token) {
        ApiAccess access = ApiAccess.given(base, token);
        if (!apis.isOpen(access)) {
            throw new UnusableConnectionException(Reason.API_HOST);
        }
        return access;
    }

    /** From the first moment on, for whatever was missed since then, or at once where it was asked before. */
    private void reconcile(Connection connection) {
        Reconciliation known = entityManager.find(Reconciliation.class, connection.id());
        if (known == null) {
            entityManager.persist(new Reconciliation(connection.id(), connection.createdAt(), clock.instant()));
        } else {
            known.hurry(clock.instant());
        }
    }

    private Connection known(long id) {
        return find(id).orElseThrow(() -> new UnusableConnectionException(Reason.UNKNOWN));
    }

    private static ConnectionSecret secret(Platform platform, String given) {
        return isGiven(given) ? ConnectionSecret.given(platform, given) : ConnectionSecret.made(platform);
    }

    private Told told(Connection connection, ConnectionSecret secret, String given) {
        return new Told(connection.id(), isGiven(given) ? Optional.empty() : Optional.of(secret.text()));
    }

    private static boolean isGiven(String secret) {
        return secret != null && !secret.isBlank();
    }

    private static String subject(Connection connection) {
        return connection.platform().path() + " " + connection.name();
    }

    private static String described(Connection connection) {
        return "name: " + connection.name() + "\nsource: " + connection.source() + "\ngrounding: "
                + connection.grounding() + "\nagents: " + connection.agentList()
                + "\ntickets: "
                + connection.ticketPattern().map(TicketPattern::text).orElse("");
    }

    private static String randomText() {
        byte[] bytes = new byte[ADDRESS_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

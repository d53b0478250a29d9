package org.answerloop.connection.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.answerloop.connection.model.UnusableConnectionException.Reason;

/** A platform that tells us of its conversations by webhook. */
@Entity
@Table(name = "platform_connection")
public class Connection {

    /** Characters of a name. */
    public static final int NAME = 100;

    /** Characters of a source. */
    public static final int SOURCE = 255;

    /** Characters of the list of agents. */
    public static final int AGENTS = 1000;

    /** Characters of a secret. */
    public static final int SECRET = 255;

    private static final String API = "/api";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "platform_connection_seq")
    @SequenceGenerator(name = "platform_connection_seq", sequenceName = "platform_connection_seq", allocationSize = 50)
    private Long id;

    @Version
    private long version;

    private String address;

    @Enumerated(EnumType.STRING)
    private Platform platform;

    private String name;
    private String source;

    @Enumerated(EnumType.STRING)
    private Grounding grounding;

    private String agents;

    @Column(name = "ticket_pattern")
    private String ticketPattern;

    private boolean enabled = true;
    private String secret;

    @Column(name = "secret_hint")
    private String secretHint;

    @Column(name = "secret_at")
    private Instant secretAt;

    @Column(name = "earlier_secret")
    private String earlierSecret;

    @Column(name = "earlier_hint")
    private String earlierHint;

    @Column(name = "api_base")
    private String apiBase;

    @Column(name = "api_token")
    private String apiToken;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    private long refusals;

    @Column(name = "refused_at")
    private Instant refusedAt;

    @Enumerated(EnumType.STRING)
    private SignatureCheck refusal;

    protected Connection() {}

    /** @param address what its webhook's address ends with; nobody guesses it */
    public Connection(String address, Platform platform, ConnectionWishes wishes, Instant createdAt, String createdBy) {
        this.address = address;
        this.platform = platform;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        change(wishes);
    }

    public final void change(ConnectionWishes wishes) {
        name = wishes.name();
        source = wishes.source();
        grounding = wishes.grounding();
        agents = String.join(",", wishes.agents());
        ticketPattern = wishes.tickets().map(TicketPattern::text).orElse(null);
    }

    /** The first secret, or one that follows the current one, which stays live until it is taken away. */
    public void sign(ConnectionSecret next, SecretBox box, Instant at) {
        if (earlierSecret != null) {
            throw new UnusableConnectionException(Reason.TWO_LIVE);
        }
        if (secret != null && secrets(box).contains(next.text())) {
            throw new UnusableConnectionException(Reason.SECRET_TWICE);
        }
        earlierSecret = secret;
        earlierHint = secretHint;
        secret = box.seal(next.text(), address);
        secretHint = next.hint();
        secretAt = at;
    }

    /** From now on the platform is asked in this way; null for not at all. */
    public void ask(ApiAccess access, SecretBox box) {
        apiBase = access == null ? null : access.base();
        apiToken = access == null ? null : box.seal(access.token(), address + API);
    }

    /** How the platform is asked; empty where nobody said how. */
    public Optional<ApiAccess> api(SecretBox box) {
        return Optional.ofNullable(apiToken).map(token -> new ApiAccess(apiBase, box.open(token, address + API)));
    }

    /** From now on only the current secret is live. */
    public void dropEarlierSecret() {
        earlierSecret = null;
        earlierHint = null;
    }

    /** The live ones, the current one first. */
    public List<String> secrets(SecretBox box) {
        List<String> secrets = new ArrayList<>();
        secrets.add(box.open(secret, address));
        if (earlierSecret != null) {
            secrets.add(box.open(earlierSecret, address));
        }
        return secrets;
    }

    public void enable() {
        enabled = true;
    }

    /** From now on its deliveries are turned away. */
    public void disable() {
        enabled = false;
    }

    public MappingSettings mapping() {
        return new MappingSettings(source, grounding, agents(), TicketAddresses.of(this));
    }

    public Set<String> agents() {
        return Arrays.stream(agents.split(",")).filter(id -> !id.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    public Long id() {
        return id;
    }

    /** Counts its changes. */
    public long version() {
        return version;
    }

    public String address() {
        return address;
    }

    public Platform platform() {
        return platform;
    }

    public String name() {
        return name;
    }

    public String source() {
        return source;
    }

    public Grounding grounding() {
        return grounding;
    }

    public String agentList() {
        return agents;
    }

    /** Where tickets are opened; empty for where the platform has them. */
    public Optional<TicketPattern> ticketPattern() {
        return TicketPattern.read(ticketPattern);
    }

    public boolean isEnabled() {
        return enabled;
    }

    public String secretHint() {
        return secretHint;
    }

    public Instant secretAt() {
        return secretAt;
    }

    /** The end of the earlier secret while two are live. */
    public Optional<String> earlierHint() {
        return Optional.ofNullable(earlierHint);
    }

    /** The address of the platform's API; null where it is not asked. */
    public String apiBase() {
        return apiBase;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    /** How many deliveries were turned away for their signature. */
    public long refusals() {
        return refusals;
    }

    public Instant refusedAt() {
        return refusedAt;
    }

    /** Why the last of them was; null where none was. */
    public SignatureCheck refusal() {
        return refusal;
    }
}

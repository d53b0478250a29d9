package org.answerloop.access.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody who has signed in at least once: so whom a seat can be given to. */
@Entity
@Table(name = "person")
public class Person {

    /** Characters of a login. */
    public static final int LOGIN = 255;

    @Id
    private String login;

    private String roles;

    @Column(name = "first_seen_at")
    private Instant firstSeenAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    protected Person() {}

    public Person(String login, Collection<String> roles, Instant at) {
        this.login = login;
        this.firstSeenAt = at;
        seen(roles, at);
    }

    /** They came again. */
    public final void seen(Collection<String> withRoles, Instant at) {
        roles = withRoles.stream().sorted().collect(Collectors.joining(" "));
        lastSeenAt = at;
    }

    public String login() {
        return login;
    }

    /** By the names of {@link Role}, as the registry said when they were last seen. */
    public List<String> roles() {
        return roles.isEmpty() ? List.of() : Arrays.asList(roles.split(" "));
    }

    public Instant firstSeenAt() {
        return firstSeenAt;
    }

    public Instant lastSeenAt() {
        return lastSeenAt;
    }
}

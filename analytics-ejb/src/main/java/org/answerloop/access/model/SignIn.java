package org.answerloop.access.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody is signed in, in one browser. It stands for as long as its row does. */
@Entity
@Table(name = "sign_in")
public class SignIn {

    @Id
    private String fingerprint;

    private String login;
    private String address;

    @Column(name = "begun_at")
    private Instant begunAt;

    protected SignIn() {}

    /**
     * @param fingerprint of the secret that the browser holds
     * @param address where from, as people write it
     */
    public SignIn(String fingerprint, String login, String address, Instant begunAt) {
        this.fingerprint = fingerprint;
        this.login = login;
        this.address = address;
        this.begunAt = begunAt;
    }

    public String fingerprint() {
        return fingerprint;
    }

    public String login() {
        return login;
    }

    public String address() {
        return address;
    }

    public Instant begunAt() {
        return begunAt;
    }
}

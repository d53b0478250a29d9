package org.answerloop.api;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;

import org.answerloop.client.TrustedProxies;
import org.answerloop.kernel.Fingerprint;

/** Whoever sends the request, as those who share out places tell senders apart. */
@RequestScoped
public class Sender {

    private TrustedProxies proxies;
    private HttpServletRequest request;

    /** For the proxy. */
    protected Sender() {}

    @Inject
    public Sender(TrustedProxies proxies, HttpServletRequest request) {
        this.proxies = proxies;
        this.request = request;
    }

    Object client() {
        return proxies.client(request).network();
    }

    /** The client and, where one was sent, the key: each has its share. */
    Object[] holders() {
        Object client = client();
        Optional<String> key =
                KeyFilter.secret(request.getHeader(HttpHeaders.AUTHORIZATION)).map(Fingerprint::of);
        return key.map(secret -> new Object[] {client, secret}).orElseGet(() -> new Object[] {client});
    }
}

package org.answerloop.client;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** What this server is being asked at the moment, over all its modules, counted by client. */
@ApplicationScoped
public class RequestsInHand {

    private TrustedProxies proxies;
    private Places places;

    /** For the proxy. */
    protected RequestsInHand() {}

    @Inject
    public RequestsInHand(TrustedProxies proxies, ClientShare share) {
        this.proxies = proxies;
        this.places = new Places(Integer.MAX_VALUE, share.requests());
    }

    /** @return nothing where this client has as many in hand as it may */
    public Optional<Places.Place> take(HttpServletRequest request) {
        return places.take(proxies.client(request).network());
    }
}

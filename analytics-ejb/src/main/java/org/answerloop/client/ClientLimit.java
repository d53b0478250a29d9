package org.answerloop.client;

import java.io.IOException;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Bounds what one client asks at the same time, so that nobody alone keeps the server from the others. First of the filters. */
public abstract class ClientLimit extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient RequestsInHand inHand;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Places.Place> place = inHand.take(request);
        if (place.isEmpty()) {
            refuse(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new Release(place.get()));
            } else {
                place.get().close();
            }
        }
    }

    /** Answers with the status 429, in the way of the module. */
    protected abstract void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException;

    private record Release(Places.Place place) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            place.close();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // It is completed afterwards.
        }

        @Override
        public void onError(AsyncEvent event) {
            place.close();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}

package org.answerloop.client;

import java.io.IOException;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

/** Bounds what one client asks at the same time, so that nobody alone keeps the server from the others. First of the filters. */
public abstract class ClientLimit extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient RequestsInHand inHand;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Places.Place> place = inHand.take(request);
        if (place.isEmpty()) {
            refuse(request, response);
            return;
        }
        Counted counted = new Counted(request, place.get());
        try {
            chain.doFilter(counted, response);
        } finally {
            counted.leave();
        }
    }

    /** Answers with the status 429, in the way of the module. */
    protected abstract void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /**
     * A request that holds its place until it is over. What is asynchronous may be over, or handed on, before the thread that
     * started it is back here: so the place is bound to it where it starts.
     */
    private static final class Counted extends HttpServletRequestWrapper {

        private final Places.Place place;
        private boolean goesOn;

        Counted(HttpServletRequest request, Places.Place place) {
            super(request);
            this.place = place;
        }

        @Override
        public AsyncContext startAsync() {
            return bound(super.startAsync());
        }

        @Override
        public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
            return bound(super.startAsync(request, response));
        }

        private AsyncContext bound(AsyncContext context) {
            context.addListener(new Release(place));
            goesOn = true;
            return context;
        }

        void leave() {
            if (!goesOn) {
                place.close();
            }
        }
    }

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

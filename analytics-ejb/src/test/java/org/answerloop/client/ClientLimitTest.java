package org.answerloop.client;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClientLimitTest {

    private static final String ADDRESS = "192.0.2.7";

    private final List<AsyncListener> listeners = new ArrayList<>();
    private boolean over;
    private int refusals;

    private final ClientLimit limit = new ClientLimit() {
        private static final long serialVersionUID = 1L;

        @Override
        protected void refuse(HttpServletRequest request, HttpServletResponse response) {
            refusals++;
        }
    };

    ClientLimitTest() {
        limit.inHand = new RequestsInHand(TrustedProxies.NONE, new ClientShare(1));
    }

    @Test
    void a_request_holds_its_place_until_it_is_answered() throws Exception {
        pass((request, response) -> pass((second, none) -> {}));
        assertThat(refusals).isEqualTo(1);

        pass((request, response) -> {});
        assertThat(refusals).isEqualTo(1);
    }

    @Test
    void a_request_that_fails_gives_its_place_back() throws Exception {
        assertThatThrownBy(() -> pass((request, response) -> {
                    throw new IOException("broken off");
                }))
                .isInstanceOf(IOException.class);

        pass((request, response) -> {});
        assertThat(refusals).isZero();
    }

    @Test
    void what_goes_on_without_a_thread_holds_its_place_until_it_is_over() throws Exception {
        pass((request, response) -> request.startAsync());
        pass((request, response) -> {});
        assertThat(refusals).isEqualTo(1);

        complete();
        pass((request, response) -> {});
        assertThat(refusals).isEqualTo(1);
    }

    @Test
    void what_is_over_before_its_thread_is_back_has_given_its_place_back() throws Exception {
        pass((request, response) -> {
            request.startAsync(request, response);
            complete();
        });

        pass((request, response) -> {});
        assertThat(refusals).isZero();
    }

    /** The container says of such a request that it is not asynchronous any more, while it is still being answered. */
    @Test
    void what_is_handed_on_before_its_thread_is_back_holds_its_place() throws Exception {
        pass((request, response) -> {
            request.startAsync(request, response);
            over = true;
        });

        pass((request, response) -> {});
        assertThat(refusals).isEqualTo(1);
    }

    private void complete() throws IOException {
        over = true;
        for (AsyncListener listener : List.copyOf(listeners)) {
            listener.onComplete(new AsyncEvent(context()));
        }
    }

    private void pass(FilterChain chain) throws IOException, ServletException {
        over = false;
        limit.doFilter(request(), stub(HttpServletResponse.class, (method, arguments) -> null), chain);
    }

    /** As a container has it that has come to the end of the request in between. */
    private HttpServletRequest request() {
        return stub(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getRemoteAddr" -> ADDRESS;
            case "isSecure" -> false;
            case "isAsyncStarted" -> !listeners.isEmpty() && !over;
            case "startAsync" -> context();
            case "getAsyncContext" -> throw new IllegalStateException("over");
            default -> null;
        });
    }

    private AsyncContext context() {
        return stub(AsyncContext.class, (method, arguments) -> {
            if (method.equals("addListener")) {
                listeners.add((AsyncListener) arguments[0]);
            }
            return null;
        });
    }

    private interface Answers {
        Object to(String method, Object[] arguments);
    }

    private static <T> T stub(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.to(method.getName(), arguments)));
    }
}

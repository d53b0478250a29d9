package org.answerloop.web.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FormReaderTest {

    private static final String CLIENT = "a client";
    private static final int MOST = 64 * 1024;

    private final FormRoom room = new FormRoom();
    private final Map<String, Object> attributes = new HashMap<>();
    private final List<AsyncListener> listeners = new ArrayList<>();
    private final List<Object> statuses = new ArrayList<>();
    private final ByteArrayOutputStream page = new ByteArrayOutputStream();
    private int dispatches;
    private int completions;

    @Test
    void theRoomOfAFormIsHeldUntilItsRequestIsOver() throws IOException {
        String form = "a=" + "b".repeat(60_000);
        while (hasRoomFor(form.length())) {
            read(form);
        }
        int read = dispatches;

        assertThat(read).isPositive();
        assertThat(statuses).as("refusals").isEmpty();
        listeners.get(0).onComplete(new AsyncEvent(context()));
        assertThat(hasRoomFor(form.length())).isTrue();
    }

    private boolean hasRoomFor(int bytes) {
        try (FormRoom.Space space = room.open(CLIENT)) {
            return space.take(bytes).isEmpty();
        }
    }

    @Test
    void aFormOfManyFieldsIsRefusedAsItComesAndTakesNoRoom() throws IOException {
        StringBuilder form = new StringBuilder("f");
        while (form.length() < MOST - 6) {
            form.append('&').append(Integer.toString(form.length(), Character.MAX_RADIX));
        }

        read(form.toString());

        assertThat(dispatches).isZero();
        assertThat(completions).isEqualTo(1);
        assertThat(statuses).containsExactly(413);
        assertThat(page.toString(StandardCharsets.UTF_8)).contains("more than the 1,000 fields");
        assertThat(attributes).isEmpty();
    }

    @Test
    void fieldsCountForMoreThanTheirBytes() throws IOException {
        String form = "a=b&".repeat(900);
        for (int i = 0; i < 100; i++) {
            read(form);
        }

        assertThat(dispatches).isBetween(5, 30);
        assertThat(statuses).contains(429);
    }

    private void read(String form) throws IOException {
        Body body = new Body(form);
        HttpServletRequest request = stub(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getInputStream" -> body;
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "getLocales" -> Collections.enumeration(List.of(Locale.ENGLISH));
            default -> null;
        });
        HttpServletResponse response = stub(HttpServletResponse.class, (method, arguments) -> switch (method) {
            case "setStatus" -> statuses.add(arguments[0]);
            case "getOutputStream" -> new Page();
            default -> null;
        });
        FormReader reader = new FormReader(context(), request, response, MOST, room.open(CLIENT));
        reader.begin();
        reader.onDataAvailable();
        if (body.isFinished()) {
            reader.onAllDataRead();
        }
    }

    private AsyncContext context() {
        return stub(AsyncContext.class, (method, arguments) -> switch (method) {
            case "addListener" -> listeners.add((AsyncListener) arguments[0]);
            case "dispatch" -> dispatches++;
            case "complete" -> completions++;
            default -> null;
        });
    }

    private interface Answers {
        Object to(String method, Object[] arguments);
    }

    /** What the servlet container gives, as far as it is asked for. */
    private static <T> T stub(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answer = answers.to(method.getName(), arguments);
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }

    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Body(String form) {
            this.bytes = new ByteArrayInputStream(form.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return !isFinished();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            // The test calls it.
        }

        @Override
        public int read() {
            return bytes.read();
        }
    }

    private final class Page extends ServletOutputStream {

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            // Nobody writes asynchronously.
        }

        @Override
        public void write(int content) {
            page.write(content);
        }
    }
}

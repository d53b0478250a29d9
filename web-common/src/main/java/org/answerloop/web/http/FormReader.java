package org.answerloop.web.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Reads a form as it comes, on no thread of its own, and has the request go on when the form is there. Its room is held until
 * the request is over.
 */
final class FormReader implements ReadListener, AsyncListener {

    private static final int BUFFER_BYTES = 4 * 1024;

    private final AsyncContext context;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final ServletInputStream body;
    private final int most;
    private final FormRoom.Space room;
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int separators;
    private boolean ended;

    FormReader(
            AsyncContext context,
            HttpServletRequest request,
            HttpServletResponse response,
            int most,
            FormRoom.Space room)
            throws IOException {
        this.context = context;
        this.request = request;
        this.response = response;
        this.body = request.getInputStream();
        this.most = most;
        this.room = room;
    }

    void begin() {
        context.addListener(this);
        body.setReadListener(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        while (!hasEnded() && body.isReady()) {
            int count = body.read(buffer);
            if (count < 0) {
                return;
            }
            Optional<PageRefusal> refusal = keep(buffer, count);
            if (refusal.isPresent()) {
                refuse(refusal.get());
                return;
            }
        }
    }

    /** @return why it is not kept; nothing where it is, or nobody waits for it any more */
    private synchronized Optional<PageRefusal> keep(byte[] buffer, int count) {
        if (ended) {
            return Optional.empty();
        }
        if (bytes.size() + count > most) {
            return Optional.of(PageRefusal.TOO_LARGE);
        }
        int more = SentForm.separators(buffer, count);
        separators += more;
        if (separators >= SentForm.MOST_FIELDS) {
            return Optional.of(PageRefusal.TOO_MANY_FIELDS);
        }
        Optional<PageRefusal> refusal = room.take(count + (long) more * SentForm.BYTES_OF_A_FIELD);
        if (refusal.isEmpty()) {
            bytes.write(buffer, 0, count);
        }
        return refusal;
    }

    @Override
    public void onAllDataRead() throws IOException {
        SentForm form;
        try {
            form = SentForm.parse(bytes.toString(StandardCharsets.UTF_8));
        } catch (PageRefusal.Raised refused) {
            refuse(refused.refusal());
            return;
        }
        if (end()) {
            bytes = null;
            request.setAttribute(FormBodies.SENT, form);
            context.dispatch();
        }
    }

    /** Whoever hung up gets no answer. */
    @Override
    public void onError(Throwable failure) {
        if (end()) {
            context.complete();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
        refuse(PageRefusal.TOO_SLOW);
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    /** @return whether it had not ended before */
    private synchronized boolean end() {
        if (ended) {
            return false;
        }
        ended = true;
        return true;
    }

    private void refuse(PageRefusal refusal) throws IOException {
        if (end()) {
            refusal.write(request, response);
            context.complete();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        onError(event.getThrowable());
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
        room.close();
    }

    /** The page that goes on holds the form until it has come to its end, too. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}

package org.answerloop.connection.infrastructure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** Keeps what a platform answers, up to a size that no honest answer has. */
final class BoundedAnswer {

    private static final int MOST_BYTES = 16 * 1_048_576;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    /** For one answer. */
    BodyHandler<Void> handler() {
        return BodyHandlers.ofByteArrayConsumer(this::keep);
    }

    byte[] bytes() {
        return kept.toByteArray();
    }

    private void keep(Optional<byte[]> more) {
        more.ifPresent(bytes -> {
            if (kept.size() + bytes.length > MOST_BYTES) {
                throw new UncheckedIOException(new IOException("The answer has more than " + MOST_BYTES + " bytes"));
            }
            kept.writeBytes(bytes);
        });
    }
}

package org.answerloop.api;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import jakarta.ws.rs.core.HttpHeaders;

import org.answerloop.client.PacedInput;
import org.answerloop.event.model.EventLimits;
import org.answerloop.event.model.Problem;

/**
 * Reads a request's body, inflated where it is compressed, and stops at its limit rather than after it. Whoever sends too
 * slowly loses the place.
 */
final class BoundedBody {

    private static final int BUFFER_BYTES = 16 * 1024;

    /** For the whole of it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private BoundedBody() {}

    /**
     * @param most how many bytes are taken, after inflating
     * @param room where the memory for them comes from
     */
    static byte[] read(InputStream body, HttpHeaders headers, int most, IntakeGate.Admission room) {
        try {
            return decoded(new PacedInput(body, PATIENCE), headers, most, room);
        } catch (IOException e) {
            // A sender that hangs up, or that sends nothing for too long, is no failure of ours.
            throw Refusal.incomplete();
        }
    }

    private static byte[] decoded(InputStream body, HttpHeaders headers, int most, IntakeGate.Admission room)
            throws IOException {
        String encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        boolean plain =
                encoding == null || encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity");
        if (plain) {
            if (headers.getLength() > most) {
                throw tooLarge(most);
            }
            return read(body, most, room);
        }
        if (!encoding.strip().equalsIgnoreCase("gzip")) {
            throw Refusal.unsupportedEncoding();
        }
        try (InputStream inflated = new GZIPInputStream(body)) {
            return read(inflated, most, room);
        } catch (ZipException | EOFException e) {
            throw Refusal.malformed(
                    new Problem("malformed-gzip", "", "The body is no well-formed gzip, or ends early."));
        }
    }

    private static byte[] read(InputStream body, int most, IntakeGate.Admission room) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER_BYTES);
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            if (bytes.size() + read > most) {
                throw tooLarge(most);
            }
            room.reserve((long) bytes.size() + read);
            bytes.write(buffer, 0, read);
        }
        return bytes.toByteArray();
    }

    private static Refusal tooLarge(int most) {
        return Refusal.tooLarge(
                "too-large",
                most == EventLimits.EVENT_BYTES
                        ? "The event has more than " + most + " bytes; send less text, or in several messages."
                        : "The request has more than " + most + " bytes; send the events in several requests.");
    }
}

package org.answerloop.api;

import java.io.IOException;
import java.io.InputStream;

import org.answerloop.event.model.EventLimits;

/** Reads a request's body, and stops at its limit rather than after it. */
final class BoundedBody {

    private BoundedBody() {}

    /**
     * @param declared the length that the request declares; negative where it declares none
     * @param most how many bytes are taken
     */
    static byte[] read(InputStream body, int declared, int most) throws IOException {
        if (declared > most) {
            throw tooLarge(most);
        }
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw tooLarge(most);
        }
        return bytes;
    }

    private static Refusal tooLarge(int most) {
        return Refusal.tooLarge(
                "too-large",
                most == EventLimits.EVENT_BYTES
                        ? "The event has more than " + most + " bytes; send less text, or in several messages."
                        : "The request has more than " + most + " bytes; send the events in several requests.");
    }
}

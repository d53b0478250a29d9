package org.answerloop.web.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Language;

/**
 * A request for a page that is turned away before any page is reached: a sentence in the person's language, which costs the
 * server next to nothing. The connection is closed, so that what is left of the request is not read.
 */
enum PageRefusal {
    /** With what the client itself has under way. */
    BUSY(429),
    /** With what others have under way. */
    FULL(HttpServletResponse.SC_SERVICE_UNAVAILABLE),
    TOO_LARGE(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE),
    TOO_MANY_FIELDS(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE),
    FILE_TOO_LARGE(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE),
    NO_ROOM(507),
    TOO_SLOW(HttpServletResponse.SC_REQUEST_TIMEOUT),
    NO_FORM(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE),
    MALFORMED(HttpServletResponse.SC_BAD_REQUEST);

    private static final String SECONDS_UNTIL_RETRY = "2";

    private final int status;

    PageRefusal(int status) {
        this.status = status;
    }

    /** Carries it to where the answer is written. */
    static final class Raised extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final PageRefusal refusal;

        Raised(PageRefusal refusal) {
            super(refusal.name());
            this.refusal = refusal;
        }

        PageRefusal refusal() {
            return refusal;
        }
    }

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language language = new Preferences(request).getLanguage();
        String sentence = ResourceBundle.getBundle("org.answerloop.web.common", language.getLocale())
                .getString("refused." + name());
        byte[] page = ("<!DOCTYPE html>\n<html lang=\"" + language.getCode()
                        + "\"><head><meta charset=\"utf-8\"/><title>Answerloop</title></head><body><p>" + sentence
                        + "</p></body></html>\n")
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.setHeader("Connection", "close");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (this == BUSY || this == FULL) {
            response.setHeader("Retry-After", SECONDS_UNTIL_RETRY);
        }
        response.getOutputStream().write(page);
        response.flushBuffer();
    }
}

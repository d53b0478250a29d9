package org.answerloop.web.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Reads the forms of all pages before anything else does: bounded in size and in time, and without holding a thread, so that
 * whoever sends slowly holds a socket and nothing more. Forms with files have been read before, by {@link UploadFilter}, at the
 * addresses that take them; no other body is taken.
 * In front of every other filter that reads parameters; all behind it are mapped to asynchronous dispatches too.
 */
public class FormBodies extends HttpFilter {

    /** Of the attribute that holds the form that was read. */
    static final String SENT = FormBodies.class.getName() + ".sent";

    static final int MOST_BYTES = 64 * 1024;

    private static final long serialVersionUID = 1L;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final transient FormRoom room = new FormRoom();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(SENT) instanceof SentForm form) {
            goOn(request, form, response, chain);
        } else if (!hasBody(request)) {
            chain.doFilter(request, response);
        } else if (!mediaType(request).equals(SentForm.MEDIA_TYPE)) {
            PageRefusal.NO_FORM.write(request, response);
        } else if (request.getContentLengthLong() > MOST_BYTES) {
            PageRefusal.TOO_LARGE.write(request, response);
        } else {
            AsyncContext context = request.startAsync(request, response);
            context.setTimeout(PATIENCE.toMillis());
            new FormReader(context, request, response, MOST_BYTES, room).begin();
        }
    }

    private static void goOn(HttpServletRequest request, SentForm form, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        FormRequest whole;
        try {
            whole = new FormRequest(request, form);
        } catch (IllegalArgumentException malformedQuery) {
            PageRefusal.MALFORMED.write(request, response);
            return;
        }
        chain.doFilter(whole, response);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static String mediaType(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType());
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}

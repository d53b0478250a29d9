package org.answerloop.web.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import jakarta.servlet.http.HttpServletResponse;

/**
 * A file to keep: the one way in which all of them leave. It is written as bytes, since a server that is given characters may
 * count them as if each were a byte, and cut the file short. Its name may be in any language (RFC 6266, RFC 8187).
 */
public final class Download {

    private static final String ATTRIBUTE_CHARACTERS = "!#$&+-.^_`|~";
    private static final HexFormat HEXADECIMAL = HexFormat.of().withUpperCase();

    private Download() {}

    /** Begins a file of unknown size. */
    public static OutputStream begin(HttpServletResponse response, String mediaType, String name) throws IOException {
        response.setContentType(mediaType);
        response.setHeader("Content-Disposition", disposition(name));
        return response.getOutputStream();
    }

    /**
     * Begins a file of a known size, which lets the browser show how much is still to come.
     *
     * @param size in bytes
     */
    public static OutputStream begin(HttpServletResponse response, String mediaType, String name, long size)
            throws IOException {
        response.setContentLengthLong(size);
        return begin(response, mediaType, name);
    }

    /** The header for a file of that name; browsers that do not know the second form of the name take the first. */
    static String disposition(String name) {
        String plain = name.replaceAll("[^ -~]|[\"\\\\%/]", "_");
        String header = "attachment; filename=\"" + plain + "\"";
        return plain.equals(name) ? header : header + "; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || ATTRIBUTE_CHARACTERS.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEXADECIMAL.toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}

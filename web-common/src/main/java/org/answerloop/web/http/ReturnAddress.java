package org.answerloop.web.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where to go back to: only ever a path on this very host, so that nobody can be sent elsewhere. */
public final class ReturnAddress {

    /** What browsers take for something else than a path: another host, or the end of a line. */
    private static final Pattern NO_PATH = Pattern.compile("/[/\\\\].*|.*[\\\\\\p{Cntrl}].*", Pattern.DOTALL);

    private ReturnAddress() {}

    /** The text, if it is a path on this host. */
    public static Optional<String> path(String text) {
        return Optional.ofNullable(text)
                .filter(path -> path.startsWith("/") && !NO_PATH.matcher(path).matches());
    }

    /** The path and query of the referring page, if it is one of this host. */
    public static Optional<String> of(String referrer, String host) {
        if (referrer == null) {
            return Optional.empty();
        }
        try {
            URI address = new URI(referrer);
            String path = address.getRawPath();
            if (!host.equals(address.getHost()) || path == null || !path.startsWith("/") || path.startsWith("//")) {
                return Optional.empty();
            }
            return Optional.of(address.getRawQuery() == null ? path : path + "?" + address.getRawQuery());
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}

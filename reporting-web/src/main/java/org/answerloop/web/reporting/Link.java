package org.answerloop.web.reporting;

import java.net.URI;
import java.util.Optional;

/**
 * Something that a source named, with its address where that is safe to follow.
 *
 * @param text what it is called
 * @param address an address of the scheme {@code https}; empty otherwise, and then it is only text
 */
public record Link(String text, String address) {

    /** A link where the address is one to follow; the address stands for the name where there is none. */
    static Link of(String text, String address) {
        return new Link(
                text == null || text.isBlank() ? address : text, safe(address).orElse(""));
    }

    private static Optional<String> safe(String address) {
        try {
            return Optional.ofNullable(address)
                    .filter(text -> text.startsWith("https://"))
                    .map(URI::create)
                    .filter(uri -> uri.getHost() != null && uri.getUserInfo() == null)
                    .map(URI::toASCIIString);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}

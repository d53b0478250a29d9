package org.answerloop.web.reporting;

import java.util.Optional;

import org.answerloop.kernel.SafeAddress;

/**
 * Something that a source named, with its address where that is safe to follow.
 *
 * @param text what it is called
 * @param address an address that is safe to follow; empty where there is none to follow, and then it is only text
 */
public record Link(String text, String address) {

    /** A link where the address is one to follow; the address stands for the name where there is none. */
    static Link of(String text, String address) {
        return of(text, address, SafeAddress.of(address));
    }

    /** @param followed the address, where it is one to follow */
    static Link of(String text, String address, Optional<String> followed) {
        return new Link(text == null || text.isBlank() ? address : text, followed.orElse(""));
    }
}

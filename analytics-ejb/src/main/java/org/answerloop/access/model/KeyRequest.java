package org.answerloop.access.model;

import java.time.Instant;
import java.util.Set;

/**
 * The key that is asked for.
 *
 * @param expiresAt from when on it opens nothing; null for never
 */
public record KeyRequest(String label, Set<Scope> scopes, SourceRule sources, Instant expiresAt) {

    public KeyRequest {
        scopes = Set.copyOf(scopes);
    }

    /** For all sources, and without an end. */
    public static KeyRequest of(String label, Set<Scope> scopes) {
        return new KeyRequest(label, scopes, SourceRule.ALL, null);
    }
}

package org.answerloop.access.model;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a caller may do.
 *
 * @param keyId the key that it came with; null for the house itself, and for the people who work in it
 * @param caller who it is, as the audit writes it
 */
public record Grant(Long keyId, String caller, Set<Scope> scopes, SourceRule sources) {

    /** What the server sends itself, such as the events of its connections. */
    public static final Grant HOUSE = ofTheHouse("system");

    public Grant {
        scopes = Set.copyOf(scopes);
    }

    /** @param caller a person, or a part of the server; bound to nothing */
    public static Grant ofTheHouse(String caller) {
        return new Grant(null, caller, EnumSet.allOf(Scope.class), SourceRule.ALL);
    }

    /** The same for what a key brought once. */
    public Grant throughKey(Long id) {
        return new Grant(id, caller, scopes, sources);
    }

    public boolean opens(Scope scope) {
        return scopes.contains(scope);
    }
}

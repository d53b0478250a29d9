package org.answerloop.connection.model;

import com.fasterxml.jackson.databind.JsonNode;

/** The platform's own interface, for what its webhooks leave out. */
@FunctionalInterface
public interface PlatformApi {

    /** Of a connection that has no access to it. */
    PlatformApi NONE = path -> {
        throw new UnmappableException(
                "The platform has to be asked for the message; give the connection the address of its API and a token.");
    };

    /**
     * @param path below the address of the API
     * @throws UnmappableException where the platform refuses, so that somebody has to mend the connection
     * @throws PlatformUnavailableException where it does not answer at the moment
     */
    JsonNode get(ApiPath path) throws UnmappableException;
}

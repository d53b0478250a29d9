package org.answerloop.connection.model;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A conversation as a platform lists it.
 *
 * @param lastActivity when something last happened in it
 * @param told all that the platform says of it
 */
public record TouchedConversation(String id, Instant lastActivity, JsonNode told) {}

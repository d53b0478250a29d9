package org.answerloop.conversation.model;

/**
 * The ticket of a conversation in the helpdesk.
 *
 * @param url where a teammate opens it; never fetched by the server
 */
public record Ticket(String id, String url) {}

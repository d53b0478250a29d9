package org.answerloop.subscription.model;

/**
 * A mail, ready to be sent.
 *
 * @param id the same however often it is sent, so that a mailbox can tell that it has it
 * @param home where the person finds the reports and the subscription
 * @param text plain
 * @param file the attachment, a PDF
 */
public record Letter(String id, Recipient to, String subject, String home, String text, String fileName, byte[] file) {}

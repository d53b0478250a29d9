package org.answerloop.conversation.application;

/**
 * Other conversations count than before, anywhere in the past: who keeps what was counted before has to count it again.
 * Told in the transaction of the change.
 */
public record EligibilityChanged() {}

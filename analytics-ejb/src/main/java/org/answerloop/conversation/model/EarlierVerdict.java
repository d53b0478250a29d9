package org.answerloop.conversation.model;

import java.time.Instant;
import java.util.List;

import org.answerloop.resolution.model.Finding;
import org.answerloop.resolution.model.Outcome;

/**
 * A verdict that stood until an administrator had the conversation judged once more.
 *
 * @param replacedBy the name that they sign in with
 * @param reason in their words
 */
public record EarlierVerdict(
        Outcome outcome,
        boolean deflected,
        Instant deadline,
        Instant decidedAt,
        List<Finding> findings,
        Instant replacedAt,
        String replacedBy,
        String reason) {

    public EarlierVerdict {
        findings = List.copyOf(findings);
    }
}

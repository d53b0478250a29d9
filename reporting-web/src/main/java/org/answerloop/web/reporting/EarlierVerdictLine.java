package org.answerloop.web.reporting;

import org.answerloop.conversation.model.EarlierVerdict;
import org.answerloop.resolution.model.Outcome;

/**
 * A verdict that was replaced, as the page tells it.
 *
 * @param sentence what it was
 * @param given when it was given, and up to when what occurred counted
 * @param replaced when, and by whom it was replaced
 * @param reason in their words
 */
public record EarlierVerdictLine(String sentence, String given, String replaced, String reason) {

    static EarlierVerdictLine of(EarlierVerdict verdict, Texts texts) {
        String key = verdict.outcome() == Outcome.RESOLVED
                ? "verdict.resolved"
                : verdict.deflected() ? "verdict.not_resolved.deflected" : "verdict.not_resolved";
        return new EarlierVerdictLine(
                texts.of(key),
                texts.of(
                        "verdict.earlier.given",
                        texts.formats().moment(verdict.decidedAt()),
                        texts.formats().moment(verdict.deadline())),
                texts.of(
                        "verdict.earlier.replaced", texts.formats().moment(verdict.replacedAt()), verdict.replacedBy()),
                verdict.reason());
    }
}

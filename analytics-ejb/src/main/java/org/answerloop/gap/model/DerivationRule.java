package org.answerloop.gap.model;

/**
 * What of a source's conversations is taken for a question that was not answered, where the source does not say it itself.
 *
 * @param beforeHandoff the visitor's last question before a handoff
 * @param beforeUngroundedReply a question whose replies refer to no content and came with no action
 */
public record DerivationRule(String source, boolean beforeHandoff, boolean beforeUngroundedReply) {

    /** As a person reads it. */
    public String text() {
        return "before a handoff: " + beforeHandoff + ", before a reply without source and action: "
                + beforeUngroundedReply;
    }

    /** The same, but that questions are derived by this signal, or are not. */
    public DerivationRule with(Signal signal, boolean on) {
        return switch (signal) {
            case BEFORE_HANDOFF -> new DerivationRule(source, on, beforeUngroundedReply);
            case BEFORE_UNGROUNDED_REPLY -> new DerivationRule(source, beforeHandoff, on);
            case UNANSWERED -> this;
        };
    }

    /** Of a source that nothing was decided of. */
    public static DerivationRule none(String source) {
        return new DerivationRule(source, false, false);
    }
}

package org.answerloop.subscription.application;

import java.time.Instant;
import java.util.Optional;

import org.answerloop.export.model.PageState;
import org.answerloop.subscription.model.MailFailure;
import org.answerloop.subscription.model.MailState;
import org.answerloop.subscription.model.Schedule;
import org.answerloop.subscription.model.Subscription;
import org.answerloop.subscription.model.SubscriptionMail;
import org.answerloop.subscription.model.SubscriptionState;
import org.answerloop.wording.Language;

/**
 * A subscription as its person sees it.
 *
 * @param nextAt when the next mail falls due; null where none does
 * @param last what became of the latest mail; null before the first
 */
public record SubscriptionView(
        long id,
        String to,
        Language language,
        PageState page,
        Schedule schedule,
        SubscriptionState state,
        Instant nextAt,
        LastMail last) {

    static SubscriptionView of(Subscription subscription, Optional<SubscriptionMail> last) {
        return new SubscriptionView(
                subscription.id(),
                subscription.to().address(),
                subscription.language(),
                subscription.page(),
                subscription.schedule(),
                subscription.state(),
                subscription.isActive() ? subscription.nextAt() : null,
                last.map(LastMail::of).orElse(null));
    }

    /**
     * The latest mail.
     *
     * @param at when it was sent, or when it will be tried again, or when it was due
     * @param failure why the latest try failed; null where none did
     * @param detail what the mail server said; null where it said nothing
     */
    public record LastMail(MailState state, Instant at, int attempts, MailFailure failure, String detail) {

        static LastMail of(SubscriptionMail mail) {
            Instant at = switch (mail.state()) {
                case SENT -> mail.sentAt().orElse(mail.dueAt());
                case WAITING -> mail.nextTryAt();
                case GIVEN_UP -> mail.dueAt();
            };
            return new LastMail(
                    mail.state(),
                    at,
                    mail.attempts(),
                    mail.failure().orElse(null),
                    mail.failureDetail().orElse(null));
        }
    }
}

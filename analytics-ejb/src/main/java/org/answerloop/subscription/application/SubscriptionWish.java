package org.answerloop.subscription.application;

import org.answerloop.export.model.PageState;
import org.answerloop.subscription.model.Schedule;
import org.answerloop.wording.Language;

/**
 * What a person asks for.
 *
 * @param to the address as it was typed
 * @param home where the person found this server, without a slash at its end
 */
public record SubscriptionWish(String to, Language language, PageState page, Schedule schedule, String home) {}

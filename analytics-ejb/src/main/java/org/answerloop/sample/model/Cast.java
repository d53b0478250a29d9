package org.answerloop.sample.model;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

import org.answerloop.event.model.EventDetails.Person;
import org.answerloop.sample.model.Company.Channel;

/**
 * Who and what one conversation is about.
 *
 * @param begin when it begins
 * @param day the day of travel, as the visitor writes it
 */
record Cast(
        int number,
        Instant begin,
        Language language,
        Channel channel,
        Person agent,
        Person teammate,
        Person team,
        String visitor,
        String booking,
        String route,
        String day) {

    private static final String BOOKING_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int FIRST_NUMBER = 100_000;

    /** @param progress how far into the history it begins: the second customer agent was not there from the start */
    static Cast draw(Company company, int index, Instant begin, double progress, Dice dice) {
        Channel channel = dice.pick(company.channels(), Channel::weight);
        Language language = dice.chance(0.61) ? Language.ENGLISH : Language.FRENCH;
        boolean second = dice.chance(channel.basil() / 100.0) && progress > 0.12;
        return new Cast(
                FIRST_NUMBER + index,
                begin,
                language,
                channel,
                company.agents().get(second ? 1 : 0),
                dice.pick(company.teammates()),
                dice.pick(company.teams()),
                dice.pick(company.visitors().in(language)),
                booking(dice),
                dice.pick(company.routes()),
                day(begin, language, dice));
    }

    private static String booking(Dice dice) {
        StringBuilder booking = new StringBuilder("AW");
        for (int i = 0; i < 5; i++) {
            booking.append(BOOKING_LETTERS.charAt(dice.between(0, BOOKING_LETTERS.length() - 1)));
        }
        return booking.toString();
    }

    private static String day(Instant begin, Language language, Dice dice) {
        return DateTimeFormatter.ofPattern("d MMMM", language.locale())
                .format(begin.atZone(Arrivals.ZONE).plusDays(dice.between(1, 60)));
    }

    String conversationId() {
        return "AF-" + number;
    }

    String visitorId() {
        return "v-" + number;
    }

    /** Puts the cast's words in the place of the braces. */
    String fill(String text) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        return text.replace("{agent}", agent.name())
                .replace("{teammate}", teammate.name())
                .replace("{visitor}", visitor)
                .replace("{booking}", booking)
                .replace("{route}", route)
                .replace("{day}", day);
    }
}

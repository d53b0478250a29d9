package org.answerloop.sample.model;

import java.util.List;

import org.answerloop.event.model.EventDetails.Person;

/**
 * Who serves, and over what.
 *
 * @param source the CloudEvents source of all its events
 * @param help the address that the links of content sources begin with
 * @param tickets the address that the links of tickets begin with
 * @param agents the customer agents: the one that was there from the start, and the one that joined later
 * @param teams where handoffs go
 */
record Company(
        String source,
        String help,
        String tickets,
        List<String> routes,
        List<Person> agents,
        List<Person> teammates,
        List<Person> teams,
        List<Channel> channels,
        Visitors visitors) {

    /**
     * @param weight its part of all conversations, relative to the other channels
     * @param handled per cent of its conversations in which a customer agent takes part
     * @param ticket per cent of its conversations that have a ticket from the start
     * @param basil per cent that the second customer agent serves
     * @param pace seconds that a visitor typically takes to write the next message
     */
    record Channel(String name, int weight, int handled, int ticket, int basil, int pace) {

        /** Whether people write letters here rather than lines. */
        boolean written() {
            return pace > 600;
        }
    }

    record Visitors(List<String> en, List<String> fr) {
        List<String> in(Language language) {
            return language.choose(en, fr);
        }
    }
}

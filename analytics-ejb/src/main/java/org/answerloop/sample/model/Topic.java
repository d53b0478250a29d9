package org.answerloop.sample.model;

import java.util.List;

/**
 * Something that the help pages explain, so that the customer agent can answer it.
 *
 * @param type the type of its content source
 * @param action what the customer agent does in the booking system for it; null for nothing
 */
record Topic(String id, int weight, String type, String action, Text en, Text fr) {

    Text in(Language language) {
        return language.choose(en, fr);
    }

    record Text(String title, List<String> questions, List<String> replies, String followUp, String followUpReply) {}
}

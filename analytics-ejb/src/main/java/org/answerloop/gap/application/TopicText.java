package org.answerloop.gap.application;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.answerloop.gap.application.PlacedQuestions.Place;
import org.answerloop.gap.model.Topic;

/** How topics and questions are written into the record: by their ids, for what was asked may have to be forgotten. */
final class TopicText {

    private TopicText() {}

    static String subject(long topic) {
        return "topic/" + topic;
    }

    /** How it stands, with what a person called it. */
    static String of(Topic topic) {
        StringBuilder text = new StringBuilder(topic.state().name());
        topic.answerId().ifPresent(answer -> text.append(", answer/").append(answer));
        topic.draftId().ifPresent(draft -> text.append(", draft answer/").append(draft));
        topic.snoozedUntil().ifPresent(date -> text.append(", snoozed until ").append(date));
        topic.name().ifPresent(name -> text.append(", named ").append(name));
        topic.reason().ifPresent(reason -> text.append(": ").append(reason));
        return text.toString();
    }

    static String questions(Collection<Long> ids) {
        return ids.stream().map(id -> "question/" + id).collect(Collectors.joining(" "));
    }

    /** Which topic had which of the questions. */
    static String places(Collection<Place> places) {
        Map<Long, String> byTopic = new TreeMap<>();
        places.forEach(
                place -> byTopic.merge(place.topic(), "question/" + place.question(), (all, one) -> all + " " + one));
        return byTopic.entrySet().stream()
                .map(entry -> subject(entry.getKey()) + ": " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }
}

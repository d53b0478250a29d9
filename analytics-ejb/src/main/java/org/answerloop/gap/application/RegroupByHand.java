package org.answerloop.gap.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

import org.answerloop.audit.application.AuditTrail;
import org.answerloop.gap.application.PlacedQuestions.Place;
import org.answerloop.gap.model.Topic;
import org.answerloop.gap.model.TopicRefusedException;
import org.answerloop.gap.model.TopicRefusedException.Reason;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/** Puts questions where an editor wants them; the grouping leaves them there. Whoever calls has checked the right. */
@Stateless
@TransactionAttribute(MANDATORY)
public class RegroupByHand {

    @Inject
    private HeldTopics topics;

    @Inject
    private PlacedQuestions questions;

    @Inject
    private TopicCounts counts;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** All questions of the others go into the topic, and the others are no more. */
    public void merge(String editor, long id, long version, Collection<Long> others) {
        Set<Long> merged = new TreeSet<>(others);
        merged.remove(id);
        refuseIf(merged.isEmpty(), Reason.NOTHING);
        Set<Long> all = new TreeSet<>(merged);
        all.add(id);
        List<Topic> held = topics.hold(all);
        Topic into = held.stream().filter(topic -> topic.id() == id).findFirst().orElseThrow();
        into.requireVersion(version);
        List<Topic> from = held.stream().filter(topic -> topic != into).toList();
        from.forEach(Topic::requireThere);
        requireLanguage(into, from);

        List<Place> moved = questions.holdAllOf(merged);
        questions.put(moved, id);
        from.forEach(topic -> topic.mergeInto(into, editor, now()));
        into.changed(editor, now());
        topics.follow(from, into);
        counts.count(all);
        String gone = merged.stream().map(TopicText::subject).collect(Collectors.joining(" "));
        audit.record(
                "topic.merged", TopicText.subject(id), gone + "\n" + TopicText.places(moved), TopicText.subject(id));
    }

    /** @return the id of the new topic, which has the questions from now on */
    public long split(String editor, long id, long version, Collection<Long> chosen, String title) {
        Topic topic = topics.hold(id, version);
        List<Place> moved = questions.hold(chosen).stream()
                .filter(place -> place.topic() == id)
                .toList();
        refuseIf(moved.isEmpty(), Reason.NOTHING);
        refuseIf(questions.count(id) == moved.size(), Reason.ALL_OF_IT);
        Topic begun = new Topic(topic, title, editor, now());
        topics.begin(begun);
        questions.put(moved, begun.id());
        topic.changed(editor, now());
        counts.count(List.of(id, begun.id()));
        audit.record(
                "topic.split",
                TopicText.subject(id),
                TopicText.places(moved),
                TopicText.subject(begun.id()) + " " + TopicText.of(begun));
        return begun.id();
    }

    /** The questions go into the topic, from wherever they are. */
    public void move(String editor, Collection<Long> chosen, long id) {
        Set<Long> wanted = new TreeSet<>(questions.topicsOf(chosen));
        wanted.add(id);
        List<Topic> held = topics.hold(wanted);
        Topic into = held.stream().filter(topic -> topic.id() == id).findFirst().orElseThrow();
        into.requireThere();
        List<Place> moved = questions.hold(chosen).stream()
                .filter(place -> place.topic() != id)
                .toList();
        refuseIf(moved.isEmpty(), Reason.NOTHING);
        // Where the grouping, or an editor, was faster, the questions come from elsewhere by now; they are held here.
        Set<Long> elsewhere = moved.stream().map(Place::topic).collect(Collectors.toCollection(TreeSet::new));
        elsewhere.removeAll(wanted);
        requireLanguage(into, held);
        counts.haveCounted(elsewhere);
        questions.put(moved, id);
        counts.count(wanted);
        audit.record("topic.questions_moved", TopicText.subject(id), TopicText.places(moved), TopicText.subject(id));
    }

    private static void requireLanguage(Topic into, Collection<Topic> from) {
        refuseIf(from.stream().anyMatch(topic -> !topic.language().equals(into.language())), Reason.LANGUAGE);
    }

    private static void refuseIf(boolean wrong, Reason reason) {
        if (wrong) {
            throw new TopicRefusedException(reason);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

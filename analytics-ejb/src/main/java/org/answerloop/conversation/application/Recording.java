package org.answerloop.conversation.application;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.answerloop.conversation.model.CitingReply;
import org.answerloop.conversation.model.Conversation;
import org.answerloop.conversation.model.ConversationEvent;
import org.answerloop.conversation.model.CountedFacts;
import org.answerloop.conversation.model.CourseLookup;
import org.answerloop.conversation.model.StatedMessage;
import org.answerloop.conversation.model.Taken;
import org.answerloop.resolution.model.ResolutionPolicy;

/** One conversation, while some events are taken into it: how it stood before, and what of it is another thing now. */
final class Recording {

    private final Conversation conversation;
    private final List<Integer> positions;
    private final boolean isNew;
    private final CountedFacts before;
    private final String languageBefore;
    private final List<Object> countedAsBefore;
    private Taken taken;

    /** @param positions of its events among all that are told */
    Recording(Conversation conversation, List<Integer> positions) {
        this.conversation = conversation;
        this.positions = positions;
        this.isNew = conversation.id() == null;
        this.before = conversation.counted();
        this.languageBefore = conversation.language();
        this.countedAsBefore = countedAs();
    }

    void take(
            List<ConversationEvent> events,
            Map<String, StatedMessage> known,
            Instant arrivedAt,
            ResolutionPolicy policy,
            Duration grace) {
        taken = conversation.take(events, known, arrivedAt, policy, grace);
    }

    void lookUp(CourseLookup lookup, ResolutionPolicy policy, Duration grace) {
        if (conversation.isUncertain()) {
            conversation.lookUp(lookup, policy, grace);
        }
    }

    Conversation conversation() {
        return conversation;
    }

    Taken taken() {
        return taken;
    }

    /** Whether it begins with what it was told now. */
    boolean isNew() {
        return isNew;
    }

    private List<Object> countedAs() {
        return List.of(conversation.isEligible(), conversation.channel());
    }

    /** Whether it was known before and counts in other figures now. */
    boolean countsOtherwise() {
        return !isNew && !countedAsBefore.equals(countedAs());
    }

    boolean countsFeedbackOtherwise() {
        return !isNew && conversation.counted().countsFeedbackOtherwise(before);
    }

    /** The moments at which something else counts now than before, without those of the feedback that came before. */
    Set<Instant> changed() {
        CountedFacts now = conversation.counted();
        Set<Instant> changed = new HashSet<>(now.changedSince(before));
        if (now.countsFeedback()) {
            taken.feedback().forEach(given -> changed.add(given.event().stamp().at()));
        }
        return changed;
    }

    /** Which short answers the replies cite that were stated now. */
    Stream<CitingReply> citing(ConversationRows rows) {
        return taken.messages().stream()
                .filter(message -> message.isChanged() && (message.isReply() || message.isRestated()))
                .map(message -> new CitingReply(
                        conversation.id(),
                        message.id(),
                        message.first().at(),
                        message.isReply() ? cited(message, rows) : Set.of(),
                        message.isRestated()))
                .filter(reply -> reply.restated() || !reply.answers().isEmpty());
    }

    private Set<String> cited(StatedMessage message, ConversationRows rows) {
        return message.said()
                .map(posted -> posted.sources().shortAnswers())
                .orElseGet(() -> rows.citedAnswers(conversation.id(), message.id()));
    }

    void sayWhatBecame(Recorded[] recorded) {
        boolean inOtherLanguage = !isNew && !Objects.equals(languageBefore, conversation.language());
        for (int i = 0; i < positions.size(); i++) {
            recorded[positions.get(i)] = new Recorded(
                    conversation.id(), taken.lateness().get(i), inOtherLanguage, conversation.isRedacted());
        }
    }
}

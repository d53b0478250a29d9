package org.answerloop.gap.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.answerloop.conversation.model.AuthorKind;
import org.answerloop.conversation.model.Conversation;
import org.answerloop.conversation.model.Handoff;
import org.answerloop.conversation.model.HandoffRequest;
import org.answerloop.conversation.model.Message;

/**
 * Finds the questions of a conversation that seem not to have been answered. It looks at what is known of the conversation as a
 * whole, so that the order in which it came to be known makes no difference.
 */
public final class Derivation {

    private static final Comparator<Message> ORDER =
            Comparator.comparing(Message::occurredAt).thenComparing(Message::externalId);

    private static final Pattern QUESTION_MARK = Pattern.compile("[?\uFF1F\u061F]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");
    private static final int WORDS = 3;

    /** Of a writing that leaves no space between words. */
    private static final int SIGNS = 4;

    private final Conversation conversation;
    private final List<Message> questions;
    private final Map<String, DerivedQuestion> found = new TreeMap<>();

    private Derivation(Conversation conversation) {
        this.conversation = conversation;
        List<String> requests = conversation.handoffRequests().stream()
                .map(HandoffRequest::messageId)
                .toList();
        this.questions = conversation.messages().stream()
                .filter(message -> message.authorKind() == AuthorKind.VISITOR && asks(message.text()))
                .filter(message -> !requests.contains(message.externalId()))
                .sorted(ORDER)
                .toList();
    }

    /** @return of each message at most one, in the order of the messages' ids; nothing of a redacted conversation */
    public static List<DerivedQuestion> of(Conversation conversation, DerivationRule rule) {
        if (conversation.isRedacted()) {
            return List.of();
        }
        Derivation derivation = new Derivation(conversation);
        if (rule.beforeUngroundedReply()) {
            derivation.beforeUngroundedReplies();
        }
        if (rule.beforeHandoff()) {
            derivation.beforeHandoffs();
        }
        return List.copyOf(derivation.found.values());
    }

    /** Whether the text asks for something: <i>thanks</i> and <i>all right</i> do not. */
    static boolean asks(String text) {
        if (text == null) {
            return false;
        }
        return QUESTION_MARK.matcher(text).find()
                || BETWEEN_WORDS.split(text.strip()).length >= WORDS
                || text.codePoints().filter(Derivation::isWrittenWithoutSpaces).count() >= SIGNS;
    }

    private static boolean isWrittenWithoutSpaces(int sign) {
        Character.UnicodeScript script = Character.UnicodeScript.of(sign);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.THAI;
    }

    /** The replies up to the next question are replies to this one; one that is grounded answers it. */
    private void beforeUngroundedReplies() {
        NavigableMap<Instant, Message> byTime = byTime();
        Map<Message, List<Message>> replies = conversation.messages().stream()
                .filter(message -> message.authorKind() == AuthorKind.CUSTOMER_AGENT)
                .filter(reply -> byTime.floorKey(reply.occurredAt()) != null)
                .collect(Collectors.groupingBy(
                        reply -> byTime.floorEntry(reply.occurredAt()).getValue()));
        replies.forEach((question, those) -> {
            if (those.stream().noneMatch(Message::isGrounded)) {
                find(question, Signal.BEFORE_UNGROUNDED_REPLY);
            }
        });
    }

    private void beforeHandoffs() {
        NavigableMap<Instant, Message> byTime = byTime();
        for (Handoff handoff : conversation.handoffs()) {
            Map.Entry<Instant, Message> last = byTime.floorEntry(handoff.occurredAt());
            if (last != null) {
                find(last.getValue(), Signal.BEFORE_HANDOFF);
            }
        }
    }

    /** The last one of each moment. */
    private NavigableMap<Instant, Message> byTime() {
        NavigableMap<Instant, Message> byTime = new TreeMap<>();
        questions.forEach(question -> byTime.put(question.occurredAt(), question));
        return byTime;
    }

    private void find(Message question, Signal signal) {
        found.put(
                question.externalId(),
                new DerivedQuestion(question.externalId(), question.occurredAt(), question.text(), signal));
    }
}

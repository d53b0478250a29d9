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
import org.answerloop.gap.model.Turns.Turn;

/**
 * Finds the questions of a conversation that seem not to have been answered. It looks at what is known of the conversation as a
 * whole, so that the order in which it came to be known makes no difference.
 */
public final class Derivation {

    private static final Comparator<Turn> ORDER = Comparator.comparing(Turn::at).thenComparing(Turn::messageId);

    private static final Pattern QUESTION_MARK = Pattern.compile("[?\uFF1F\u061F]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");
    private static final int WORDS = 3;

    /** Of a writing that leaves no space between words. */
    private static final int SIGNS = 4;

    /** Of a conversation: whoever asked more than that is no visitor. */
    static final int MOST_QUESTIONS = 1_000;

    private final Turns turns;
    private final List<Turn> questions;
    private final Map<String, DerivedQuestion> found = new TreeMap<>();

    private Derivation(Turns turns) {
        this.turns = turns;
        this.questions = turns.of(AuthorKind.VISITOR).stream()
                .filter(message -> message.asks() && !turns.asksForAHuman(message))
                .sorted(ORDER)
                .toList();
    }

    /** @return of each message at most one, the last {@value #MOST_QUESTIONS}, in the order of the messages' ids */
    public static List<DerivedQuestion> of(Turns turns, DerivationRule rule) {
        Derivation derivation = new Derivation(turns);
        if (rule.beforeUngroundedReply()) {
            derivation.beforeUngroundedReplies();
        }
        if (rule.beforeHandoff()) {
            derivation.beforeHandoffs();
        }
        return derivation.last();
    }

    private List<DerivedQuestion> last() {
        return found.values().stream()
                .sorted(Comparator.comparing(DerivedQuestion::askedAt).reversed())
                .limit(MOST_QUESTIONS)
                .sorted(Comparator.comparing(DerivedQuestion::messageId))
                .toList();
    }

    /** Whether the text asks for something: <i>thanks</i> and <i>all right</i> do not. */
    public static boolean asks(String text) {
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
        NavigableMap<Instant, Turn> byTime = byTime();
        Map<Turn, List<Turn>> replies = turns.of(AuthorKind.CUSTOMER_AGENT).stream()
                .filter(reply -> byTime.floorKey(reply.at()) != null)
                .collect(Collectors.groupingBy(
                        reply -> byTime.floorEntry(reply.at()).getValue()));
        replies.forEach((question, those) -> {
            if (those.stream().noneMatch(Turn::grounded)) {
                find(question, Signal.BEFORE_UNGROUNDED_REPLY);
            }
        });
    }

    private void beforeHandoffs() {
        NavigableMap<Instant, Turn> byTime = byTime();
        for (Instant handoff : turns.handoffs()) {
            Map.Entry<Instant, Turn> last = byTime.floorEntry(handoff);
            if (last != null) {
                find(last.getValue(), Signal.BEFORE_HANDOFF);
            }
        }
    }

    /** The last one of each moment. */
    private NavigableMap<Instant, Turn> byTime() {
        NavigableMap<Instant, Turn> byTime = new TreeMap<>();
        questions.forEach(question -> byTime.put(question.at(), question));
        return byTime;
    }

    private void find(Turn question, Signal signal) {
        found.put(question.messageId(), new DerivedQuestion(question.messageId(), question.at(), signal));
    }
}

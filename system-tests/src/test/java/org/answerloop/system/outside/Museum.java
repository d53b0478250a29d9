package org.answerloop.system.outside;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.answerloop.system.story.ConversationStory;

import static org.answerloop.system.story.ConversationStory.aConversation;

/**
 * Seven conversations on a channel of their own, of which every report is known: two resolved, one deflected without being
 * resolved, two handed off, one pending, and one without the customer agent.
 */
final class Museum {

    static final String CHANNEL = "museum";

    /** The filter under which there is nothing but these: the last two weeks, by day. */
    static final String QUERY = "channel=" + CHANNEL + "&from="
            + LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(13) + "&bucket=day";

    static final String SOURCE = "/tests/museum";

    private static final Instant LAST_WEEK = Instant.now().minus(Duration.ofDays(9));

    private Museum() {}

    /** Tells of them, and waits until all that can be settled are. */
    static void tellOf(Api api) {
        List<ConversationStory> settled = settled();
        List<ConversationStory> all = new ArrayList<>(settled);
        all.add(withoutTheAgent());
        all.add(pending());
        all.forEach(story -> api.tell(story.events()));
        settled.forEach(story -> api.settledConversation(story.source(), story.id()));
    }

    private static List<ConversationStory> settled() {
        return List.of(
                begun("resolved", "Is the museum open on Sunday?")
                        .agentReplies("Yes, from ten to six.")
                        .citing("Opening hours")
                        .visitorFindsThat("helpful"),
                begun("closed", "Are dogs allowed?")
                        .agentReplies("Guide dogs are.")
                        .citing("House rules")
                        .isClosedBy("customer_agent", "Robin"),
                begun("deflected", "How tall is the dome?")
                        .agentReplies("Very tall.")
                        .visitorFindsThat("not_helpful"),
                begun("by-the-agent", "May I bring my parrot?")
                        .agentReplies("Let me ask somebody.")
                        .isHandedOff("agent", "Front desk")
                        .isClosedBy("teammate", "Solène"),
                begun("by-a-rule", "I want to complain.")
                        .agentReplies("I am sorry to hear that.")
                        .isHandedOff("rule", "Complaints")
                        .teammateSays("Marc", "What happened?")
                        .isClosedBy("teammate", "Marc"));
    }

    private static ConversationStory withoutTheAgent() {
        return aConversation(SOURCE, "without-the-agent", LAST_WEEK)
                .startsOn(CHANNEL, "en")
                .visitorSays("Is anybody there?")
                .teammateSays("Marc", "Yes.")
                .isClosedBy("teammate", "Marc");
    }

    private static ConversationStory pending() {
        return aConversation(SOURCE, "pending", Instant.now().minus(Duration.ofHours(1)))
                .startsOn(CHANNEL, "en", "T-pending", "Robin")
                .visitorSays("When do you close tonight?")
                .agentReplies("At six.");
    }

    private static ConversationStory begun(String id, String question) {
        return aConversation(SOURCE, id, LAST_WEEK)
                .startsOn(CHANNEL, "en", "T-" + id, "Robin")
                .visitorSays(question);
    }
}

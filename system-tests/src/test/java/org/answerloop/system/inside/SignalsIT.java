package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.gap.application.Derivations;
import org.answerloop.gap.application.FollowDecisions;
import org.answerloop.gap.model.DerivationRule;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.event.model.EventResult.Status.ACCEPTED;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** Questions that were derived because their source does not say itself what was not answered. */
@ExtendWith(ArquillianExtension.class)
class SignalsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PARCEL = "Where is my parcel now?";
    private static final String ADDRESS = "Can I change the address it goes to?";

    @EJB
    private EventIntake intake;

    @EJB
    private Derivations derivations;

    @EJB
    private FollowDecisions following;

    @Inject
    private AdjustableClock clock;

    @Inject
    private HttpServletRequest request;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    private int conversations;

    @Test
    void nothing_is_derived_of_a_source_of_which_nothing_was_decided() {
        ConversationStory story = handedOff("/signals/none");
        take(story);

        assertThat(questions(story)).isEmpty();
    }

    @Test
    void the_last_question_before_a_handoff_and_one_that_got_no_grounded_reply_are_derived() {
        decide(new DerivationRule("/signals/both", true, true));
        ConversationStory story = handedOff("/signals/both");
        take(story);

        assertThat(questions(story)).containsExactly("BEFORE_HANDOFF " + ADDRESS, "BEFORE_UNGROUNDED_REPLY " + PARCEL);
    }

    @Test
    void of_a_question_without_an_end_its_beginning_is_kept() {
        decide(new DerivationRule("/signals/long", true, false));
        String question = "Where is it? " + "é漢😀 ".repeat(2_000);
        ConversationStory story = begun("/signals/long").visitorSays(question).isHandedOff("rule", "Kim");
        take(story);

        String kept = questions(story).get(0).substring("BEFORE_HANDOFF ".length());
        assertThat(question).startsWith(kept);
        assertThat(kept.charAt(kept.length() - 1)).matches(last -> !Character.isHighSurrogate(last));
        assertThat(kept.codePointCount(0, kept.length())).isBetween(1_000, 2_000);
    }

    @Test
    void the_order_of_the_events_makes_no_difference() {
        decide(new DerivationRule("/signals/order", true, true));
        Random random = new Random(20_261_123);
        for (int round = 0; round < 12; round++) {
            ConversationStory story = toldInTheMiddle("/signals/order");
            List<String> events = new ArrayList<>(story.events());
            Collections.shuffle(events, random);
            events.add(events.get(0));
            events.forEach(event -> take(List.of(event)));

            assertThat(questions(story))
                    .as("told in the order %s", events)
                    .containsExactly("BEFORE_HANDOFF " + ADDRESS, "UNANSWERED Parcel?");
        }
    }

    @Test
    void what_becomes_known_later_takes_a_derived_question_back() {
        decide(new DerivationRule("/signals/late", true, true));
        ConversationStory story = begun("/signals/late").visitorSays(PARCEL);
        story.agentReplies("Let me look");
        take(story);
        assertThat(questions(story)).containsExactly("BEFORE_UNGROUNDED_REPLY " + PARCEL);

        take(story.agentReplies("It is in Lyon").havingDone("look_up_parcel"));

        assertThat(questions(story)).isEmpty();
    }

    @Test
    void conversations_that_were_there_before_follow_what_is_decided() {
        ConversationStory story = handedOff("/signals/before");
        take(story);
        decide(new DerivationRule("/signals/before", true, false));
        assertThat(Eventually.within(PATIENCE, () -> questions(story).equals(List.of("BEFORE_HANDOFF " + ADDRESS))))
                .isTrue();

        decide(DerivationRule.none("/signals/before"));

        assertThat(Eventually.within(PATIENCE, () -> questions(story).isEmpty()))
                .isTrue();
        assertThat(rows().of(
                                "select concat(action, ' ', who, ' ', after_it) from audit_entry where subject = ?"
                                        + " order by id",
                                "/signals/before"))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("signals.decided ada before a handoff: true");
    }

    @Test
    void nothing_is_left_of_a_derived_question_of_a_redacted_conversation() {
        decide(new DerivationRule("/signals/redacted", true, true));
        ConversationStory story = handedOff("/signals/redacted");
        take(story);
        take(story.isRedacted());

        assertThat(questions(story)).isEmpty();
        assertThat(rows().count(
                                "select count(*) from unanswered_question q join conversation c on c.id ="
                                        + " q.conversation_id where c.external_id = ? and q.question is not null",
                                story.id()))
                .isZero();
    }

    private ConversationStory handedOff(String source) {
        ConversationStory story = begun(source).visitorSays(PARCEL);
        story.agentReplies("I do not know").visitorSays("all right");
        story.visitorSays(ADDRESS).agentReplies("Yes, on this page").citing("Addresses");
        return story.isHandedOff("rule", "Kim");
    }

    /** The source says itself of one of the messages that it could not be answered. */
    private ConversationStory toldInTheMiddle(String source) {
        ConversationStory story = begun(source).visitorSays(PARCEL).couldNotBeAnswered("Parcel?");
        story.agentReplies("I do not know").visitorSays("thanks");
        story.visitorSays(ADDRESS).agentReplies("Yes, on this page").citing("Addresses");
        return story.isHandedOff("agent", "Kim");
    }

    private ConversationStory begun(String source) {
        Instant beginning = clock.instant().minus(Duration.ofHours(2));
        return aConversation(source, source + System.nanoTime() + "-" + conversations++, beginning)
                .startsOn("web", "en");
    }

    private void decide(DerivationRule rule) {
        Administrator.does(request, () -> {
            derivations.decide(rule);
            return null;
        });
    }

    private void take(ConversationStory story) {
        take(story.events());
    }

    private void take(List<String> events) {
        List<EventResult> results = intake.take(events.stream()
                .map(event -> new EventDocument(event.getBytes(StandardCharsets.UTF_8)))
                .toList());
        assertThat(results)
                .extracting(EventResult::status)
                .doesNotContain(EventResult.Status.REJECTED)
                .containsAnyOf(ACCEPTED, EventResult.Status.DUPLICATE);
    }

    /** Once what was told of it is derived from. */
    private List<String> questions(ConversationStory story) {
        assertThat(Eventually.within(PATIENCE, () -> {
                    following.goOn();
                    return rows().count(
                                            "select count(*) from derivation_due d join conversation c on c.id = d.conversation_id"
                                                    + " where c.external_id = ?",
                                            story.id())
                            == 0;
                }))
                .isTrue();
        return rows().of(
                        "select concat(q.signal, ' ', q.question) from unanswered_question q"
                                + " join conversation c on c.id = q.conversation_id"
                                + " where c.external_id = ? and q.question is not null order by 1",
                        story.id());
    }

    private Rows rows() {
        return new Rows(database);
    }
}

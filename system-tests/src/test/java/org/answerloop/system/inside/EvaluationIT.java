package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.answerloop.conversation.application.ConversationReader;
import org.answerloop.conversation.application.ConversationView;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.resolution.application.EvaluateDueConversations;
import org.answerloop.resolution.application.EvaluationResult;
import org.answerloop.resolution.model.Criterion;
import org.answerloop.resolution.model.Finding;
import org.answerloop.resolution.model.Outcome;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.story.ConversationStory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.conversation.model.ConversationState.NOT_RESOLVED;
import static org.answerloop.conversation.model.ConversationState.PENDING;
import static org.answerloop.conversation.model.ConversationState.RESOLVED;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ArquillianExtension.class)
class EvaluationIT {

    private static final String SOURCE = "/tests/evaluation";
    private static final Duration WINDOW = Duration.ofHours(72);
    private static final Duration GRACE = Duration.ofMinutes(10);

    @EJB
    private EventIntake intake;

    @EJB
    private EvaluateDueConversations evaluation;

    @EJB
    private ConversationReader conversations;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Test
    void a_conversation_waits_for_its_deadline_and_then_gets_its_verdict() {
        ConversationStory story =
                handled("deadline").agentReplies("It left on Monday.").citing("Delivery times");
        Instant deadline = story.now().plus(WINDOW);
        take(story.events());

        moveTo(deadline.minusSeconds(30));
        assertThat(find("deadline").state()).isEqualTo(PENDING);
        assertThat(find("deadline").deadline()).isEqualTo(deadline);

        moveTo(deadline.plusSeconds(1));
        assertThat(find("deadline").state()).isEqualTo(RESOLVED);
        assertThat(find("deadline").verdict().deadline()).isEqualTo(deadline);
        assertThat(find("deadline").verdict().deflected()).isTrue();
        assertThat(find("deadline").verdict().findings())
                .hasSize(Criterion.values().length)
                .allMatch(Finding::met);
    }

    @Test
    void pieces_that_have_just_arrived_are_given_their_grace() {
        ConversationStory story = aConversation(SOURCE, "grace", clock.instant().minus(Duration.ofDays(9)))
                .startsOn("email", "fr")
                .visitorSays("Où est mon colis ?")
                .agentReplies("Il est parti lundi.")
                .citing("Délais");
        take(story.events());

        evaluation.run();
        assertThat(find("grace").state()).isEqualTo(PENDING);

        clock.advance(GRACE.plusSeconds(1));
        evaluation.run();
        assertThat(find("grace").state()).isEqualTo(RESOLVED);
    }

    @Test
    void each_criterion_alone_denies_the_resolution_and_its_finding_says_why() {
        take(handled("ungrounded").agentReplies("I believe so.").events());
        take(handled("wants-a-human")
                .agentReplies("It left on Monday.")
                .citing("Delivery times")
                .visitorWantsAHuman()
                .events());
        take(handled("not-helpful")
                .agentReplies("It left on Monday.")
                .havingDone("find_parcel")
                .visitorFindsThat("not_helpful")
                .events());
        take(handled("handed-off")
                .agentReplies("It left on Monday.")
                .citing("Delivery times")
                .isHandedOff("rule", "Second line")
                .events());

        settle();

        assertThatItFailsOnly("ungrounded", Criterion.GROUNDED_REPLY, true);
        assertThatItFailsOnly("wants-a-human", Criterion.NO_HANDOFF_REQUEST, true);
        assertThatItFailsOnly("not-helpful", Criterion.NO_NEGATIVE_FEEDBACK, true);
        assertThatItFailsOnly("handed-off", Criterion.NO_HUMAN_INVOLVEMENT, false);
    }

    @Test
    void a_verdict_stays_as_it_was_given_whatever_comes_late() {
        ConversationStory story = handled("frozen")
                .agentReplies("It left on Monday.")
                .citing("Delivery times")
                .teammateSays("Sam", "Let me look into it.")
                .visitorFindsThat("not_helpful");
        List<String> inTime = story.events().subList(0, 3);
        List<String> late = story.events().subList(3, 5);
        take(inTime);
        settle();
        ConversationView before = find("frozen");

        assertThat(take(late)).extracting(EventResult::status).containsOnly(EventResult.Status.ACCEPTED);
        settle();

        ConversationView after = find("frozen");
        assertThat(before.state()).isEqualTo(RESOLVED);
        assertThat(after.verdict()).isEqualTo(before.verdict());
        assertThat(after.timeline()).filteredOn(entry -> entry.late()).hasSize(2);
    }

    @Test
    void one_conversation_that_cannot_be_evaluated_does_not_hold_up_the_others() throws SQLException {
        settle();
        take(handled("broken").agentReplies("Yes.").citing("Delivery times").events());
        take(handled("sound-1").agentReplies("Yes.").citing("Delivery times").events());
        take(handled("sound-2").agentReplies("Yes.").citing("Delivery times").events());
        damageTheStoredMessagesOf("broken");

        clock.advance(WINDOW.plus(GRACE).plusMinutes(5));
        EvaluationResult result = evaluation.run();

        assertThat(result.failed()).isEqualTo(1);
        assertThat(result.decided()).isGreaterThanOrEqualTo(2);
        assertThat(find("sound-1").state()).isEqualTo(RESOLVED);
        assertThat(find("sound-2").state()).isEqualTo(RESOLVED);
    }

    private void assertThatItFailsOnly(String id, Criterion criterion, boolean deflected) {
        ConversationView view = find(id);
        assertThat(view.state()).as(id).isEqualTo(NOT_RESOLVED);
        assertThat(view.verdict().outcome()).isEqualTo(Outcome.NOT_RESOLVED);
        assertThat(view.verdict().deflected()).as(id).isEqualTo(deflected);
        assertThat(view.verdict().findings())
                .filteredOn(finding -> !finding.met())
                .extracting(Finding::criterion)
                .containsExactly(criterion);
    }

    private ConversationStory handled(String id) {
        return aConversation(SOURCE, id, clock.instant().minus(Duration.ofHours(1)))
                .startsOn("web", "en")
                .visitorSays("Where is my parcel?");
    }

    private void settle() {
        clock.advance(WINDOW.plus(GRACE).plusMinutes(5));
        evaluation.run();
    }

    private void moveTo(Instant moment) {
        clock.advance(Duration.between(clock.instant(), moment));
        evaluation.run();
    }

    private ConversationView find(String id) {
        return conversations.find(SOURCE, id).orElseThrow();
    }

    private List<EventResult> take(List<String> events) {
        return intake.take(events.stream()
                .map(event -> new EventDocument(event.getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    private void damageTheStoredMessagesOf(String id) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update message set author_kind = 'NOBODY' where author_kind = 'CUSTOMER_AGENT' and conversation_id ="
                            + " (select id from conversation where source = '" + SOURCE + "' and external_id = '" + id
                            + "')");
        }
    }
}

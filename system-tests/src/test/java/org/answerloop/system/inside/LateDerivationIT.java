package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.UserTransaction;

import org.answerloop.access.model.Grant;
import org.answerloop.event.application.Arrival;
import org.answerloop.event.application.ConversationWitness;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.application.RecordEvents;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventReader;
import org.answerloop.event.model.EventReading;
import org.answerloop.gap.application.Derivations;
import org.answerloop.gap.application.FollowDecisions;
import org.answerloop.gap.model.DerivationRule;
import org.answerloop.settings.Settings;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** What is decided of the derivation reaches every conversation: those that are just being told of, and those beside one that fails. */
@ExtendWith(ArquillianExtension.class)
class LateDerivationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String QUESTION = "Where is my parcel now?";

    @EJB
    private RecordEvents recording;

    @EJB
    private EventIntake intake;

    @EJB
    private Derivations derivations;

    @EJB
    private FollowDecisions following;

    @EJB
    private AtOnce atOnce;

    @Resource
    private UserTransaction transaction;

    @Inject
    private AdjustableClock clock;

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Test
    void a_conversation_that_is_committed_after_the_decision_follows_it_too() throws Exception {
        String source = "/late-derivation/committed-late";
        ConversationStory story = handedOff(source, "committed-late");
        EventReader reader = new EventReader(clock.instant(), settings.eventHorizon());
        List<EventReading> readings =
                documents(story).stream().map(reader::read).toList();

        transaction.begin();
        recording.record(readings, new Arrival(Grant.HOUSE, ConversationWitness.NOBODY, clock.instant()));
        Future<Boolean> followed = atOnce.call(() -> true);
        try {
            atOnce.call(() -> {
                        new Rows(database)
                                .change("insert into question_derivation values ('" + source + "', true, false, 0)");
                        return true;
                    })
                    .get();
            followed = atOnce.call(() -> {
                while (following.goOn()) {
                    // until nothing is left to do
                }
                return true;
            });
            // All are gone through by now, unless somebody waits for this transaction.
            TimeUnit.MILLISECONDS.sleep(1500);
        } finally {
            transaction.commit();
        }
        followed.get();

        assertThat(Eventually.within(PATIENCE, () -> questions(source).equals(List.of(QUESTION))))
                .isTrue();
    }

    @Test
    void a_conversation_that_fails_is_left_out_and_neither_its_source_nor_another_waits_for_it() {
        String first = "/late-derivation/a";
        String second = "/late-derivation/b";
        IntStream.range(0, 5).forEach(i -> intake.take(documents(handedOff(first, "a-" + i))));
        intake.take(documents(handedOff(second, "b-0")));
        new Rows(database)
                .change("alter table unanswered_question add constraint of_the_house check (message_id <> 'a-2-m1')");
        try {
            decide(first);
            decide(second);

            assertThat(Eventually.within(
                            PATIENCE,
                            () -> questions(first).size() == 4
                                    && questions(second).size() == 1))
                    .isTrue();
            assertThat(Eventually.within(
                            PATIENCE,
                            () -> new Rows(database)
                                    .of("select source from question_derivation where gone_through is not null")
                                    .isEmpty()))
                    .isTrue();
        } finally {
            new Rows(database).change("alter table unanswered_question drop constraint of_the_house");
        }
    }

    @Test
    void what_is_told_of_a_conversation_that_fails_holds_up_none_that_was_told_of_later() {
        String source = "/late-derivation/told";
        decide(source);
        new Rows(database)
                .change(
                        "alter table unanswered_question add constraint of_the_house check (message_id <> 'told-1-m1')");
        try {
            IntStream.range(0, 4).forEach(i -> intake.take(documents(handedOff(source, "told-" + i))));
            assertThat(Eventually.within(PATIENCE, () -> questions(source).size() == 3 && noted(source) == 0))
                    .isTrue();
        } finally {
            new Rows(database).change("alter table unanswered_question drop constraint of_the_house");
        }

        intake.take(documents(handedOff(source, "told-1").visitorSays("Thank you")));
        assertThat(Eventually.within(PATIENCE, () -> questions(source).size() == 4))
                .isTrue();
    }

    private long noted(String source) {
        return new Rows(database)
                .count(
                        "select count(*) from derivation_due d join conversation c on c.id = d.conversation_id"
                                + " where c.source = ?",
                        source);
    }

    private void decide(String source) {
        Administrator.does(request, () -> {
            derivations.decide(new DerivationRule(source, true, false));
            return null;
        });
    }

    private ConversationStory handedOff(String source, String id) {
        return aConversation(source, id, clock.instant().minus(Duration.ofHours(2)))
                .startsOn("web", "en")
                .visitorSays(QUESTION)
                .isHandedOff("rule", "Kim");
    }

    private static List<EventDocument> documents(ConversationStory story) {
        return story.events().stream()
                .map(event -> new EventDocument(event.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private List<String> questions(String source) {
        return new Rows(database)
                .of(
                        "select q.question from unanswered_question q join conversation c on c.id = q.conversation_id"
                                + " where c.source = ? and q.question is not null",
                        source);
    }
}

package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.access.application.ApiKeys;
import org.answerloop.access.application.ApiKeys.NewKey;
import org.answerloop.access.model.KeyRequest;
import org.answerloop.access.model.Scope;
import org.answerloop.conversation.application.ConversationReader;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.application.Quarantine;
import org.answerloop.event.application.Quarantine.Page;
import org.answerloop.event.model.AlreadySettledException;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.event.model.IntakeCounts;
import org.answerloop.event.model.LateEvent;
import org.answerloop.event.model.QuarantineState;
import org.answerloop.event.model.QuarantinedEvent;
import org.answerloop.event.model.RefusedEvent;
import org.answerloop.event.model.SourceActivity;
import org.answerloop.resolution.application.EvaluateDueConversations;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.story.ConversationStory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.event.model.EventResult.Status.ACCEPTED;
import static org.answerloop.event.model.EventResult.Status.DUPLICATE;
import static org.answerloop.event.model.EventResult.Status.REJECTED;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@ExtendWith(ArquillianExtension.class)
class QuarantineIT {

    private static final String SOURCE = "/tests/quarantine";
    private static final String NO_AUTHOR = "\"kind\":\"visitor\"";

    @EJB
    private EventIntake intake;

    @EJB
    private EvaluateDueConversations evaluation;

    @EJB
    private Quarantine quarantine;

    @EJB
    private ApiKeys keys;

    @EJB
    private ConversationReader conversations;

    @Inject
    private AdjustableClock clock;

    @Inject
    private HttpServletRequest request;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Test
    void what_became_of_the_events_is_counted_by_source() {
        String source = SOURCE + "/counted";
        ConversationStory story = told(source, "counted");
        take(story.events());
        take(story.events());
        take(List.of(
                story.events().get(1).replace("Where is my parcel?", "Where is my other parcel?"),
                story.events().get(1).replace(NO_AUTHOR, "\"kind\":\"ghost\"").replace("counted-2", "counted-9")));
        clock.advance(Duration.ofMinutes(11));
        evaluation.run();
        take(List.of(
                told(source, "counted").visitorFindsThat("helpful").events().get(3)));
        take(List.of("[]"));

        List<SourceActivity> sources = asAdministrator(quarantine::sources);

        assertThat(sources)
                .filteredOn(activity -> activity.source().equals(source))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.counts()).isEqualTo(new IntakeCounts(4, 3, 1, 1, 1));
                    assertThat(one.lastSeenAt()).isBetween(clock.instant().minusSeconds(60), clock.instant());
                });
        assertThat(sources)
                .anyMatch(activity ->
                        activity.source().isEmpty() && activity.counts().refused() > 0);
        Page<LateEvent> late = asAdministrator(() -> quarantine.late(null, 200));
        assertThat(late.rows())
                .filteredOn(event -> event.source().equals(source))
                .extracting(LateEvent::eventId, LateEvent::subject, LateEvent::type)
                .containsExactly(tuple("counted-4", "counted", "feedback.given"));
    }

    @Test
    void a_mended_event_is_taken_in_and_the_audit_says_who_did_it() {
        String bad = refusedMessage("mended");
        long id = refused("mended");
        assertThat(quarantined(id).payload()).isEqualTo(bad);

        EventResult result = asAdministrator(() -> quarantine.replay(id, bad.replace("ghost", "visitor")));

        assertThat(result.status()).isEqualTo(ACCEPTED);
        assertThat(conversations.find(SOURCE, "mended").orElseThrow().timeline())
                .hasSize(3);
        assertThat(quarantined(id)).satisfies(event -> {
            assertThat(event.state()).isEqualTo(QuarantineState.REPLAYED);
            assertThat(event.settledBy()).isEqualTo(Administrator.NAME);
            assertThat(event.settledAt()).isNotNull();
        });
        assertThat(auditOf(id))
                .containsExactly("ada event.replayed unknown-value /data/author/kind " + SOURCE + " mended-9");
    }

    @Test
    void an_event_that_is_known_by_now_is_a_duplicate() {
        String mended = refusedMessage("known").replace("ghost", "visitor");
        long id = refused("known");
        take(List.of(mended));

        assertThat(asAdministrator(() -> quarantine.replay(id, mended)).status())
                .isEqualTo(DUPLICATE);

        assertThat(quarantined(id).state()).isEqualTo(QuarantineState.REPLAYED);
    }

    @Test
    void an_event_that_is_refused_again_leaves_everything_as_it_was() {
        String bad = refusedMessage("again");
        long id = refused("again");
        long rows = new Rows(database).count("select count(*) from quarantined_event");
        IntakeCounts counts = counts();

        for (String stillBad :
                List.of(bad, "{", "", bad.replace("ghost", "visitor").replace("again-9", "again-2"), "\uD800")) {
            EventResult result = asAdministrator(() -> quarantine.replay(id, stillBad));

            assertThat(result.status()).isEqualTo(REJECTED);
            assertThat(result.problem().detail()).isNotBlank();
        }

        assertThat(quarantined(id).state()).isEqualTo(QuarantineState.OPEN);
        assertThat(quarantined(id).payload()).isEqualTo(bad);
        assertThat(counts()).isEqualTo(counts);
        assertThat(new Rows(database).count("select count(*) from quarantined_event"))
                .isEqualTo(rows);
        assertThat(auditOf(id)).isEmpty();
    }

    @Test
    void a_discarded_event_is_kept_and_the_second_administrator_learns_of_it() {
        String bad = refusedMessage("discarded");
        long id = refused("discarded");

        asAdministrator(() -> {
            quarantine.discard(id);
            return id;
        });

        assertThat(quarantined(id).state()).isEqualTo(QuarantineState.DISCARDED);
        assertThat(quarantined(id).payload()).isEqualTo(bad);
        assertThatThrownBy(() -> asAdministrator(() -> quarantine.replay(id, bad.replace("ghost", "visitor"))))
                .isInstanceOf(AlreadySettledException.class)
                .hasMessageContaining("discarded by ada");
        assertThat(conversations.find(SOURCE, "discarded").orElseThrow().timeline())
                .hasSize(2);
        assertThat(auditOf(id)).containsExactly("ada event.discarded unknown-value /data/author/kind null");
    }

    @Test
    void the_refused_are_listed_page_by_page_the_latest_first() {
        List<String> events = told(SOURCE, "paged").events();
        for (int i = 0; i < 7; i++) {
            take(List.of(events.get(1).replace(NO_AUTHOR, "\"kind\":\"ghost\"").replace("paged-2", "paged-9" + i)));
        }

        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            String position = cursor;
            Page<RefusedEvent> page = asAdministrator(() -> quarantine.refused(QuarantineState.OPEN, position, 3));
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(3);
            page.rows().stream()
                    .map(RefusedEvent::eventId)
                    .filter(id -> id != null && id.startsWith("paged-"))
                    .forEach(listed::add);
            cursor = page.next();
        } while (cursor != null);

        assertThat(listed)
                .containsExactly("paged-96", "paged-95", "paged-94", "paged-93", "paged-92", "paged-91", "paged-90");
    }

    @Test
    void nobody_else_may_look_or_touch() {
        assertThatThrownBy(() -> quarantine.sources()).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> quarantine.discard(1)).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> keys.list()).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void keys_are_made_and_revoked_on_the_record_which_never_holds_the_secret() {
        NewKey key = asAdministrator(() -> keys.create(KeyRequest.of("Audited", Set.of(Scope.EVENTS))));
        asAdministrator(() -> {
            keys.revoke(key.id());
            keys.revoke(key.id());
            return key;
        });

        assertThat(new Rows(database)
                        .of("select action from audit_entry where who = 'ada' and subject like 'Audited %'"
                                + " order by happened_at, id"))
                .containsExactly("api_key.created", "api_key.revoked");
        assertThat(new Rows(database).of("select concat(subject, before_it, after_it) from audit_entry"))
                .noneMatch(text -> text.contains(key.secret()));
    }

    /** Tells of a conversation, and sends a third message that is refused. */
    private long refused(String conversation) {
        take(told(SOURCE, conversation).events().subList(0, 3));
        take(List.of(refusedMessage(conversation)));
        return new Rows(database)
                .count(
                        "select id from quarantined_event where source = ? and event_id = ?",
                        SOURCE,
                        conversation + "-9");
    }

    private String refusedMessage(String conversation) {
        return told(SOURCE, conversation)
                .events()
                .get(1)
                .replace(NO_AUTHOR, "\"kind\":\"ghost\"")
                .replace("\"" + conversation + "-2\"", "\"" + conversation + "-9\"")
                .replace(conversation + "-m1", conversation + "-m9");
    }

    private ConversationStory told(String source, String id) {
        return aConversation(
                        source, id, clock.instant().minus(Duration.ofDays(9)).truncatedTo(ChronoUnit.DAYS))
                .startsOn("web", "en")
                .visitorSays("Where is my parcel?")
                .agentReplies("It left our house on Monday.");
    }

    private IntakeCounts counts() {
        return asAdministrator(quarantine::sources).stream()
                .map(SourceActivity::counts)
                .reduce(IntakeCounts.NONE, IntakeCounts::plus);
    }

    private QuarantinedEvent quarantined(long id) {
        return asAdministrator(() -> quarantine.find(id)).orElseThrow();
    }

    private List<String> auditOf(long id) {
        return new Rows(database)
                .of(
                        "select who || ' ' || action || ' ' || before_it || ' ' || coalesce(after_it, 'null') from audit_entry"
                                + " where subject = ?",
                        "quarantine/" + id);
    }

    private <T> T asAdministrator(Callable<T> work) {
        return Administrator.does(request, work);
    }

    private List<EventResult> take(List<String> events) {
        return intake.take(events.stream()
                .map(event -> new EventDocument(event.getBytes(StandardCharsets.UTF_8)))
                .toList());
    }
}

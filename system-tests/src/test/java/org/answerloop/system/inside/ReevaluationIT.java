package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.conversation.application.ConversationReader;
import org.answerloop.conversation.application.ConversationView;
import org.answerloop.conversation.application.TimelineEntry;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.reevaluation.application.CarryOutReevaluations;
import org.answerloop.reevaluation.application.Reevaluations;
import org.answerloop.reevaluation.model.Reevaluation;
import org.answerloop.reevaluation.model.UnusableReevaluationException;
import org.answerloop.report.application.Reports;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.resolution.application.EvaluateDueConversations;
import org.answerloop.resolution.model.Outcome;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.conversation.model.ConversationState.NOT_RESOLVED;
import static org.answerloop.conversation.model.ConversationState.PENDING;
import static org.answerloop.conversation.model.ConversationState.RESOLVED;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An administrator has verdicts given anew that were given on wrong grounds. */
@ExtendWith(ArquillianExtension.class)
class ReevaluationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SOURCE = "/tests/reevaluation";
    private static final String REASON = "The export of May came in two halves – « trop tard » 漢 😀";
    private static final Duration QUIET = Duration.ofMinutes(11);

    @EJB
    private EventIntake intake;

    @EJB
    private EvaluateDueConversations evaluation;

    @EJB
    private ConversationReader conversations;

    @EJB
    private Reevaluations reevaluations;

    @EJB
    private CarryOutReevaluations carryingOut;

    @EJB
    private AtOnce atOnce;

    @EJB
    private Reports reports;

    @Inject
    private AdjustableClock clock;

    @Inject
    private HttpServletRequest request;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Test
    void what_came_late_counts_and_the_earlier_verdict_stays_with_who_when_and_why() {
        ConversationStory story = settled("late", "late-channel");
        ConversationView before = find("late");
        assertThat(before.state()).isEqualTo(RESOLVED);
        take(last(story.isHandedOff("manual", "Sam")));
        assertThat(find("late").timeline()).anyMatch(TimelineEntry::late);
        assertThat(counted(Metric.RESOLVED, "late-channel")).isEqualTo(1);
        assertThat(counted(Metric.DEFLECTED, "late-channel")).isEqualTo(1);

        Reevaluation order = asAdministrator(() -> reevaluations.order(SOURCE, List.of("late"), REASON));
        carryingOut.run();

        ConversationView after = find("late");
        assertThat(after.state()).isEqualTo(NOT_RESOLVED);
        assertThat(after.verdict().deflected()).isFalse();
        assertThat(after.timeline()).noneMatch(TimelineEntry::late);
        assertThat(after.earlierVerdicts()).singleElement().satisfies(earlier -> {
            assertThat(earlier.outcome()).isEqualTo(Outcome.RESOLVED);
            assertThat(earlier.findings()).isEqualTo(before.verdict().findings());
            assertThat(earlier.decidedAt()).isEqualTo(before.verdict().decidedAt());
            assertThat(earlier.replacedBy()).isEqualTo(Administrator.NAME);
            assertThat(earlier.reason()).isEqualTo(REASON);
        });
        assertThat(counted(Metric.RESOLVED, "late-channel")).isZero();
        assertThat(counted(Metric.DEFLECTED, "late-channel")).isZero();
        assertThat(rows().count("select count(*) from inbox_event e join conversation c on c.id = e.conversation_id"
                        + " where e.late and c.external_id = 'late' and c.source = '" + SOURCE + "'"))
                .isZero();
        assertThat(progress(order)).satisfies(done -> {
            assertThat(done.isFinished()).isTrue();
            assertThat(done.changed()).isEqualTo(1);
        });
        assertThat(rows().of(
                                "select after_it from audit_entry where action = 'verdict.reevaluated' and subject = ?",
                                "late of " + SOURCE))
                .containsExactly("1: " + REASON);
    }

    @Test
    void a_verdict_that_says_the_same_stands_as_it_was_given() {
        settled("same", "web");
        ConversationView before = find("same");

        Reevaluation order = asAdministrator(() -> reevaluations.order(SOURCE, List.of("same"), REASON));
        carryingOut.run();

        assertThat(find("same")).isEqualTo(before);
        assertThat(progress(order).changed()).isZero();
        assertThat(progress(order).evaluated()).isEqualTo(1);
    }

    @Test
    void where_the_deadline_has_moved_into_the_future_the_verdict_waits_for_it() {
        ConversationStory story = settled("moved", "web");
        story.later(Duration.between(
                        story.now(), find("moved").verdict().deadline().minusSeconds(180)))
                .agentReplies("One more thing.");
        take(last(story));

        asAdministrator(() -> reevaluations.order(SOURCE, List.of("moved"), REASON));
        carryingOut.run();

        assertThat(find("moved").state()).isEqualTo(PENDING);
        assertThat(find("moved").earlierVerdicts()).hasSize(1);
        clock.advance(Duration.ofHours(72).plus(QUIET));
        evaluation.run();
        assertThat(find("moved").state()).isEqualTo(RESOLVED);
    }

    @Test
    void an_import_is_re_evaluated_by_two_at_once_each_conversation_by_one_of_them_and_one_that_fails_holds_up_none()
            throws Exception {
        rows().change(
                        "insert into import_job (id, version, file_name, name, format, options, size_bytes, sha256, created_at,"
                                + " created_by, state, changed_at, place_position, place_line, place_index, place_context, accepted,"
                                + " duplicate, rejected, late, reported, resumed_position, resumed_events) values (-1, 0, 'gone', 'May',"
                                + " 'EVENTS', '{}', 0, '', current_timestamp, 'ada', 'DONE', current_timestamp, 0, 1, 0, '', 0, 0, 0, 0,"
                                + " 0, 0, 0)");
        List<ConversationStory> stories = IntStream.range(0, 250)
                .mapToObj(i -> told("imported-" + i, "web"))
                .toList();
        take(stories.stream().flatMap(story -> story.events().stream()).toList());
        judge();
        rows().change(
                        "insert into import_conversation (job_id, conversation_id) select -1, id from conversation where source = '"
                                + SOURCE + "' and external_id like 'imported-%'");
        List<String> late = new ArrayList<>();
        stories.forEach(story -> late.addAll(last(story.visitorWantsAHuman())));
        take(late);
        rows().change(
                        "update message set author_kind = 'NOBODY' where author_kind = 'CUSTOMER_AGENT' and conversation_id ="
                                + " (select id from conversation where source = '" + SOURCE
                                + "' and external_id = 'imported-7')");

        Reevaluation order = asAdministrator(() -> reevaluations.orderImport(-1, REASON));
        Callable<Boolean> run = () -> {
            carryingOut.run();
            return true;
        };
        for (Future<Boolean> each : List.of(atOnce.call(run), atOnce.call(run))) {
            each.get();
        }
        carryingOut.run();

        // The timer of the server may have the last of them in hand.
        assertThat(Eventually.within(PATIENCE, () -> progress(order).isFinished()))
                .isTrue();
        assertThat(progress(order)).satisfies(done -> {
            assertThat(done.conversations()).isEqualTo(250);
            assertThat(done.changed()).isEqualTo(249);
            assertThat(done.failed()).isEqualTo(1);
        });
        assertThat(rows().count("select count(*) from earlier_verdict e join conversation c on c.id = e.conversation_id"
                        + " where c.source = '" + SOURCE + "' and c.external_id like 'imported-%'"))
                .isEqualTo(249);
        rows().change("delete from import_conversation where job_id = -1");
        rows().change("delete from import_job where id = -1");
    }

    @Test
    void what_cannot_be_ordered_says_what_is_wrong_and_nobody_else_may() {
        settled("known", "web");

        assertThatRefused(() -> reevaluations.order(SOURCE, List.of("known"), " "), "REASON_MISSING");
        assertThatRefused(() -> reevaluations.order(SOURCE, List.of("known"), "x".repeat(1001)), "REASON_TOO_LONG");
        assertThatRefused(() -> reevaluations.order(SOURCE, List.of(), REASON), "NOTHING_NAMED");
        assertThatRefused(() -> reevaluations.order(SOURCE, List.of("known", "nobody's"), REASON), "UNKNOWN");
        assertThatRefused(() -> reevaluations.orderImport(-9, REASON), "IMPORT_UNKNOWN");
        assertThatThrownBy(() -> reevaluations.order(SOURCE, List.of("known"), REASON))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> DemoUser.does("maya", request, () -> reevaluations.latest(1)))
                .isInstanceOf(EJBAccessException.class);
        assertThat(find("known").earlierVerdicts()).isEmpty();
    }

    private void assertThatRefused(Callable<Reevaluation> order, String fault) {
        assertThatThrownBy(() -> asAdministrator(order))
                .isInstanceOfSatisfying(
                        UnusableReevaluationException.class,
                        refused -> assertThat(refused.fault().name()).isEqualTo(fault));
    }

    private Reevaluation progress(Reevaluation order) {
        return asAdministrator(() -> reevaluations.latest(100)).stream()
                .filter(one -> one.id() == order.id())
                .findFirst()
                .orElseThrow();
    }

    private long counted(Metric metric, String channel) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        ReportFilter filter =
                new ReportFilter(today.minusDays(60), today.plusDays(2), Bucket.MONTH, channel, null, null);
        return Math.round(
                asAdministrator(() -> reports.report(metric, filter)).total().value());
    }

    private ConversationStory settled(String id, String channel) {
        ConversationStory story = told(id, channel);
        take(story.events());
        judge();
        return story;
    }

    private void judge() {
        clock.advance(QUIET);
        evaluation.run();
    }

    private ConversationStory told(String id, String channel) {
        return aConversation(SOURCE, id, clock.instant().minus(Duration.ofHours(73)))
                .startsOn(channel, "en")
                .visitorSays("Where is my parcel?")
                .agentReplies("It left our house on Monday.")
                .citing("Delivery times");
    }

    private static List<String> last(ConversationStory story) {
        return story.events().subList(story.events().size() - 1, story.events().size());
    }

    private ConversationView find(String id) {
        return conversations.find(SOURCE, id).orElseThrow();
    }

    private <T> T asAdministrator(Callable<T> work) {
        return Administrator.does(request, work);
    }

    private Rows rows() {
        return new Rows(database);
    }

    private void take(List<String> events) {
        intake.take(events.stream()
                .map(event -> new EventDocument(event.getBytes(StandardCharsets.UTF_8)))
                .toList());
    }
}

package org.answerloop.system.inside;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.conversation.application.ConversationReader;
import org.answerloop.conversation.application.ConversationView;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.application.ForgetChunk;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.export.application.ExportWorker;
import org.answerloop.export.application.ListExports;
import org.answerloop.export.application.UnknownExportException;
import org.answerloop.export.model.ExportFormat;
import org.answerloop.export.model.ListStyle;
import org.answerloop.export.model.ListWish;
import org.answerloop.export.model.Separator;
import org.answerloop.kernel.PageCursor;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.resolution.application.EvaluateDueConversations;
import org.answerloop.settings.Settings;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;
import org.answerloop.wording.Language;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.event.model.EventResult.Status.ACCEPTED;
import static org.answerloop.event.model.EventResult.Status.DUPLICATE;
import static org.answerloop.event.model.EventResult.Status.REJECTED;
import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What was said goes, when somebody asks for it or when its time has passed; that it was said stays. */
@ExtendWith(ArquillianExtension.class)
class RetentionIT {

    private static final String SOURCE = "/tests/retention";
    private static final String SECRET = "My card ends in 4711";

    @EJB
    private EventIntake intake;

    @EJB
    private EvaluateDueConversations evaluation;

    @EJB
    private ConversationReader conversations;

    @EJB
    private ForgetChunk forgetting;

    @EJB
    private ListExports exports;

    @EJB
    private ExportWorker writing;

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Test
    void a_redaction_takes_the_text_from_everywhere_and_leaves_the_verdict_and_the_counts() {
        ConversationStory story = aSettledConversation("redacted", Duration.ofDays(9));
        ConversationView before = conversations.find(SOURCE, "redacted").orElseThrow();
        assertThat(whatIsKeptOf("redacted")).anyMatch(text -> text.contains(SECRET));
        long events = new Rows(database).count("select count(*) from inbox_event where source = ?", SOURCE);

        take(story.isRedacted().events());

        assertThatItIsForgotten("redacted", before);
        assertThat(new Rows(database).count("select count(*) from inbox_event where source = ?", SOURCE))
                .isEqualTo(events + 1);
        assertThat(take(story.events())).extracting(EventResult::status).containsOnly(DUPLICATE);
    }

    @Test
    void what_is_refused_of_a_redacted_conversation_is_not_kept_either() {
        ConversationStory story = aSettledConversation("redacted-before", Duration.ofDays(9));
        take(story.isRedacted().events());

        List<EventResult> results =
                take(List.of(story.events().get(1).replace(SECRET, SECRET + ", or 4712"), bad(story)));

        assertThat(results).extracting(EventResult::status).containsOnly(REJECTED);
        assertThat(whatIsKeptOf("redacted-before")).noneMatch(text -> text.contains("card"));
    }

    @Test
    void the_retention_period_does_the_same_to_what_is_older_and_leaves_what_is_younger() {
        aSettledConversation("old", Duration.ofDays(400));
        aSettledConversation("young", Duration.ofDays(20));
        ConversationView before = conversations.find(SOURCE, "old").orElseThrow();

        forgetWhatIsOlderThan(Duration.ofDays(365));

        assertThatItIsForgotten("old", before);
        assertThat(whatIsKeptOf("young")).anyMatch(text -> text.contains(SECRET));
        assertThat(isForgotten("young")).isFalse();
    }

    @Test
    void what_another_server_is_at_is_left_to_it_and_holds_up_nothing() throws Exception {
        aSettledConversation("of-the-other", Duration.ofDays(420));
        aSettledConversation("of-this-one", Duration.ofDays(410));

        assertThat(new HeldConversation(database, SOURCE, "of-the-other").during(() -> {
                    forgetWhatIsOlderThan(Duration.ofDays(365));
                    return isForgotten("of-this-one") && !isForgotten("of-the-other");
                }))
                .isTrue();
        forgetWhatIsOlderThan(Duration.ofDays(365));

        assertThat(isForgotten("of-the-other")).isTrue();
    }

    private boolean isForgotten(String id) {
        return conversations.find(SOURCE, id).orElseThrow().redacted();
    }

    @Test
    void a_conversation_that_waits_for_its_verdict_is_left_alone() {
        take(aConversation(SOURCE, "waiting", clock.instant().minus(Duration.ofHours(2)))
                .startsOn("web", "en")
                .visitorSays(SECRET)
                .agentReplies("Thank you.")
                .events());

        forgetWhatIsOlderThan(Duration.ofHours(1));

        assertThat(whatIsKeptOf("waiting")).anyMatch(text -> text.contains(SECRET));
    }

    @Test
    void the_lists_that_may_hold_it_are_taken_back_with_their_files_and_others_stay() {
        ConversationStory story = aSettledConversation("listed", Duration.ofDays(9));
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(9);
        long holding = anExport(day.minusDays(2), day.plusDays(3));
        long other = anExport(day.minusDays(300), day.minusDays(200));
        assertThat(exportState(holding)).startsWith("DONE").endsWith(".export");
        long oldPages = new Rows(database).count("select count(*) from old_pages where due = false");

        take(story.isRedacted().events());

        assertThat(exportState(holding)).startsWith("WITHDRAWN");
        assertThat((boolean) asManager(() -> exports.isThere(holding))).isFalse();
        assertThatThrownBy(() -> asManager(() -> {
                    exports.copy(holding, OutputStream.nullOutputStream());
                    return null;
                }))
                .isInstanceOf(UnknownExportException.class);
        assertThat(exportState(other)).startsWith("DONE");
        assertThat(oldPages).isLessThanOrEqualTo(1);
        assertThat(new Rows(database).count("select count(*) from old_pages where due = true"))
                .isEqualTo(1);

        writing.run();

        assertThat(exportState(holding)).isEqualTo("WITHDRAWN ");
        assertThat(filesOf(holding)).isEmpty();
        assertThat(filesOf(other)).hasSize(1);
    }

    private long anExport(LocalDate from, LocalDate to) {
        ListWish wish = new ListWish(
                Metric.HANDLED, new ReportFilter(from, to, Bucket.DAY, null, null, null), null, null, null);
        ListStyle style = new ListStyle(ExportFormat.CSV, Separator.COMMA, Language.ENGLISH);
        long id = asManager(() -> exports.order(wish, style)).id();
        assertThat(Eventually.within(Duration.ofSeconds(30), () -> {
                    writing.run();
                    return exportState(id).startsWith("DONE");
                }))
                .isTrue();
        return id;
    }

    private String exportState(long id) {
        return new Rows(database)
                .of("select concat(state, ' ', file_name) from export_job where id = ?", id)
                .get(0);
    }

    private List<Path> filesOf(long export) {
        try (Stream<Path> files = Files.list(settings.exportDirectory())) {
            return files.filter(file -> file.getFileName().toString().startsWith(export + "-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T asManager(Callable<T> work) {
        return DemoUser.does("maya", request, work);
    }

    @Test
    void what_was_refused_goes_by_its_own_age() {
        take(List.of("{\"no\":\"JSON, and no conversation\""));
        String query = "select payload from quarantined_event where payload like '%and no conversation%'";
        forgetWhatIsOlderThan(Duration.ofDays(1));
        assertThat(new Rows(database).of(query)).isNotEmpty();

        clock.advance(Duration.ofDays(2));
        forgetWhatIsOlderThan(Duration.ofDays(1));

        assertThat(new Rows(database).of(query)).isEmpty();
    }

    private ConversationStory aSettledConversation(String id, Duration age) {
        ConversationStory story = aConversation(
                        SOURCE, id, clock.instant().minus(age).truncatedTo(ChronoUnit.HOURS))
                .startsOn("web", "en", "card-4711-" + id, "Robin")
                .visitorSays(SECRET)
                .couldNotBeAnswered(SECRET)
                .agentReplies("You wrote: " + SECRET)
                .citing("Cards")
                .isHandedOff("agent", "Second line")
                .visitorFindsThat("helpful");
        assertThat(take(story.events())).extracting(EventResult::status).containsOnly(ACCEPTED);
        assertThat(take(List.of(bad(story)))).extracting(EventResult::status).containsOnly(REJECTED);
        clock.advance(Duration.ofMinutes(11));
        evaluation.run();
        assertThat(conversations.find(SOURCE, id).orElseThrow().verdict()).isNotNull();
        return story;
    }

    /** Something that the same visitor said and that is refused. */
    private static String bad(ConversationStory story) {
        return story.events()
                .get(1)
                .replace("\"kind\":\"visitor\"", "\"kind\":\"ghost\"")
                .replace(story.id() + "-2", story.id() + "-99");
    }

    private void assertThatItIsForgotten(String id, ConversationView before) {
        ConversationView after = conversations.find(SOURCE, id).orElseThrow();
        assertThat(after.redacted()).isTrue();
        assertThat(after.verdict()).isEqualTo(before.verdict());
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.timeline()).hasSameSizeAs(before.timeline());
        assertThat(after.toString()).doesNotContain(SECRET);
        assertThat(whatIsKeptOf(id)).isNotEmpty().noneMatch(text -> text.contains("card"));
    }

    /** Every column that holds what somebody wrote. */
    private List<String> whatIsKeptOf(String id) {
        return new Rows(database).of("""
                select coalesce(e.payload, '')
                  from inbox_event e join conversation c on c.id = e.conversation_id
                 where c.source = ? and c.external_id = ?
                 union all
                select coalesce(q.payload, '') from quarantined_event q where q.source = ? and q.subject = ?
                 union all
                select coalesce(m.text, '')
                  from message m join conversation c on c.id = m.conversation_id
                 where c.source = ? and c.external_id = ?
                 union all
                select coalesce(f.remark, '')
                  from feedback f join conversation c on c.id = f.conversation_id
                 where c.source = ? and c.external_id = ?
                 union all
                select coalesce(u.question, '')
                  from unanswered_question u join conversation c on c.id = u.conversation_id
                 where c.source = ? and c.external_id = ?
                 union all
                select concat(c.ticket_id, ' ', c.ticket_url) from conversation c where c.source = ? and c.external_id = ?
                """, SOURCE, id, SOURCE, id, SOURCE, id, SOURCE, id, SOURCE, id, SOURCE, id);
    }

    private void forgetWhatIsOlderThan(Duration retention) {
        int forgotten;
        do {
            forgotten = forgetting.forget(retention);
        } while (forgotten > 0);
        PageCursor position = null;
        do {
            position = forgetting.forgetRefused(retention, position);
        } while (position != null);
    }

    private List<EventResult> take(List<String> events) {
        return intake.take(events.stream()
                .map(event -> new EventDocument(event.getBytes(StandardCharsets.UTF_8)))
                .toList());
    }
}

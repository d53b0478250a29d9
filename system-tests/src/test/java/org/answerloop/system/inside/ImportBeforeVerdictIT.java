package org.answerloop.system.inside;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.answerloop.access.model.Grant;
import org.answerloop.conversation.application.ConversationReader;
import org.answerloop.conversation.model.ConversationState;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.imports.application.ImportSpool;
import org.answerloop.imports.application.Imports;
import org.answerloop.imports.model.ImportFormat;
import org.answerloop.imports.model.ImportOptions;
import org.answerloop.imports.model.ImportState;
import org.answerloop.resolution.application.EvaluateDueConversations;
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

/** A file tells of a conversation at its beginning and at its end: the verdict comes when all of it has been taken in. */
@ExtendWith(ArquillianExtension.class)
class ImportBeforeVerdictIT {

    private static final String SOURCE = "/tests/import-before-verdict";
    private static final String PROGRAM = "API: the archive";
    private static final Duration QUIET = Duration.ofMinutes(11);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @EJB
    private EventIntake intake;

    @EJB
    private EvaluateDueConversations evaluation;

    @EJB
    private ConversationReader conversations;

    @EJB
    private Imports imports;

    @Inject
    private ImportSpool spool;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Test
    void a_conversation_of_a_file_is_not_judged_before_the_file_is_in() throws Exception {
        ConversationStory told = old("in-parts").visitorWantsAHuman();
        ConversationStory barrier = old("barrier");
        take(barrier.events());

        long job = new HeldConversation(database, SOURCE, "barrier").during(() -> {
            long begun = begin(inParts(told, barrier));
            // The first transaction of the file is in, the second waits.
            assertThat(Eventually.within(
                            PATIENCE,
                            () -> conversations.find(SOURCE, "in-parts").isPresent()))
                    .isTrue();
            judge();
            assertThat(stateOf("in-parts")).isEqualTo(PENDING);
            return begun;
        });
        assertThat(Eventually.within(PATIENCE, () -> isIn(job))).isTrue();

        judge();
        assertThat(stateOf("in-parts")).isEqualTo(NOT_RESOLVED);
    }

    @Test
    void an_import_that_is_stopped_keeps_its_conversations_waiting_and_one_that_failed_or_is_gone_does_not()
            throws IOException {
        long job = begin("{}\n".repeat(200_000).getBytes(StandardCharsets.UTF_8));
        imports.stop(job, PROGRAM);
        tellOf("of-stopped", job);
        judge();
        assertThat(stateOf("of-stopped")).isEqualTo(PENDING);

        rows().change("update import_job set state = 'FAILED' where id = " + job);
        judge();
        assertThat(stateOf("of-stopped")).isEqualTo(RESOLVED);

        rows().change("update import_job set state = 'STOPPED' where id = " + job);
        tellOf("of-removed", job);
        judge();
        assertThat(stateOf("of-removed")).isEqualTo(PENDING);
        assertThat(Eventually.within(PATIENCE, () -> isDiscarded(job))).isTrue();
        judge();
        assertThat(stateOf("of-removed")).isEqualTo(RESOLVED);
    }

    private boolean isDiscarded(long job) {
        try {
            imports.discard(job, PROGRAM);
            return true;
        } catch (RuntimeException stillHeld) {
            return false;
        }
    }

    private void tellOf(String id, long job) {
        take(old(id).events());
        rows().change("insert into import_conversation (job_id, conversation_id) select " + job
                + ", id from conversation where source = '" + SOURCE + "' and external_id = '" + id + "'");
    }

    private boolean isIn(long job) {
        return imports.find(job).orElseThrow().state() == ImportState.DONE;
    }

    /** All but the last event of the one at the beginning, the other in the middle, the last event at the end. */
    private byte[] inParts(ConversationStory told, ConversationStory barrier) {
        List<String> lines =
                new ArrayList<>(told.events().subList(0, told.events().size() - 1));
        fill(lines, "filling", 600);
        lines.add(barrier.visitorSays("Hello?").events().get(barrier.events().size() - 1));
        fill(lines, "filling-up", 600);
        lines.add(told.events().get(told.events().size() - 1));
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private void fill(List<String> lines, String id, int events) {
        ConversationStory filling = old(id);
        for (int i = 0; i < events; i++) {
            filling.visitorSays("And?");
        }
        lines.addAll(filling.events());
    }

    private long begin(byte[] file) throws IOException {
        return imports.create(
                        spool.store(new ByteArrayInputStream(file)),
                        "in-parts",
                        ImportFormat.EVENTS,
                        ImportOptions.of(Map.of()),
                        Grant.ofTheHouse(PROGRAM))
                .id();
    }

    private void judge() {
        clock.advance(QUIET);
        evaluation.run();
    }

    private ConversationState stateOf(String id) {
        return conversations.find(SOURCE, id).orElseThrow().state();
    }

    private ConversationStory old(String id) {
        return aConversation(SOURCE, id, clock.instant().minus(Duration.ofDays(30)))
                .startsOn("web", "en")
                .visitorSays("Where is my parcel?")
                .agentReplies("It left our house on Monday.")
                .citing("Delivery times");
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

package org.answerloop.system.inside;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.answerloop.access.model.Grant;
import org.answerloop.event.application.EventIntake;
import org.answerloop.event.application.IntakeUnavailableException;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.imports.application.ImportSpool;
import org.answerloop.imports.application.Imports;
import org.answerloop.imports.model.FileFault;
import org.answerloop.imports.model.ImportFailure;
import org.answerloop.imports.model.ImportFormat;
import org.answerloop.imports.model.ImportJob;
import org.answerloop.imports.model.ImportOptions;
import org.answerloop.imports.model.ImportState;
import org.answerloop.imports.model.LineProblem;
import org.answerloop.imports.model.ReportedProblem;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.ConversationStory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The database refuses one event of many, for good: not for what it says but, as a check or a trigger of the house would, for
 * a reason of its own.
 */
@ExtendWith(ArquillianExtension.class)
class UnstorableEventsIT {

    private static final String SOURCE = "/tests/unstorable";
    private static final String PROGRAM = "API: the warehouse";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @EJB
    private EventIntake intake;

    @EJB
    private Imports imports;

    @Inject
    private ImportSpool spool;

    @Inject
    private AdjustableClock clock;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @AfterEach
    void the_database_takes_everything_again() {
        for (String table : List.of("message", "quarantined_event")) {
            rows().change("alter table " + table + " drop constraint if exists of_the_house_" + table);
        }
    }

    @Test
    void it_is_singled_out_and_costs_the_others_nothing() {
        refuseMessageOf("singled-out");
        List<String> events = manyWithOnePoisoned("singled-out");

        List<EventResult> results = take(events);

        assertThat(results)
                .filteredOn(result -> result.status() == EventResult.Status.ACCEPTED)
                .hasSize(events.size() - 1);
        assertThat(results)
                .filteredOn(result -> result.status() == EventResult.Status.REJECTED)
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.id()).isEqualTo("singled-out-2");
                    assertThat(result.problem().code()).isEqualTo("unstorable");
                    assertThat(result.problem().detail()).contains("quarantine");
                });
        assertThat(rows().of("select payload from quarantined_event where source = ?", SOURCE + "/singled-out"))
                .singleElement()
                .asString()
                .contains("singled-out-m1");

        the_database_takes_everything_again();
        assertThat(take(events))
                .filteredOn(result -> result.status() == EventResult.Status.ACCEPTED)
                .extracting(EventResult::id)
                .containsExactly("singled-out-2");
    }

    @Test
    void nothing_is_refused_for_what_goes_by_or_is_the_fault_of_the_installation() {
        rows().change("alter table message rename to message_elsewhere");
        try {
            assertThatThrownBy(() -> take(told("installation", "installation").events()))
                    .isInstanceOf(IntakeUnavailableException.class);
        } finally {
            rows().change("alter table message_elsewhere rename to message");
        }
        assertThat(rows().count("select count(*) from quarantined_event where source = ?", SOURCE + "/installation"))
                .isZero();
        assertThat(take(told("installation", "installation").events()))
                .extracting(EventResult::status)
                .containsOnly(EventResult.Status.ACCEPTED);
    }

    @Test
    void an_import_reports_its_line_and_comes_to_its_end() throws IOException {
        refuseMessageOf("imported");

        ImportJob job = imported(manyWithOnePoisoned("imported"));

        assertThat(job.state()).isEqualTo(ImportState.DONE);
        assertThat(job.counts().rejected()).isEqualTo(1);
        assertThat(imports.report(job.id(), 0, 10))
                .extracting(ReportedProblem::problem)
                .extracting(LineProblem::event)
                .containsExactly("imported-2");
    }

    @Test
    void an_import_of_which_nothing_can_be_kept_fails_with_a_sentence_and_is_resumed_when_the_cause_is_mended()
            throws IOException {
        refuseMessageOf("fails");
        refuse("quarantined_event", "code <> 'unstorable' or source <> '" + SOURCE + "/fails'");

        ImportJob failed = imported(manyWithOnePoisoned("fails"));
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.failure()).map(ImportFailure::fault).contains(FileFault.NOT_STORED);

        the_database_takes_everything_again();
        imports.resume(failed.id(), PROGRAM);

        assertThat(ended(failed.id()).state()).isEqualTo(ImportState.DONE);
        assertThat(rows().count("select count(*) from message where external_id = 'fails-m1'"))
                .isPositive();
    }

    private ImportJob imported(List<String> events) throws IOException {
        byte[] lines = events.stream().collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
        long id = imports.create(
                        spool.store(new ByteArrayInputStream(lines)),
                        "poisoned",
                        ImportFormat.EVENTS,
                        ImportOptions.of(Map.of()),
                        Grant.ofTheHouse(PROGRAM))
                .id();
        return ended(id);
    }

    /** The server's own timer works it off. */
    private ImportJob ended(long id) {
        assertThat(Eventually.within(
                        PATIENCE, () -> !imports.find(id).orElseThrow().state().isUnderWay()))
                .isTrue();
        return imports.find(id).orElseThrow();
    }

    /** More than one transaction of the intake takes, in no order. */
    private List<String> manyWithOnePoisoned(String name) {
        List<String> events = new ArrayList<>(told(name, name).events());
        for (int i = 0; i < 200; i++) {
            events.addAll(told(name, "sound-" + i).events());
        }
        Collections.shuffle(events, new Random(1));
        return events;
    }

    private ConversationStory told(String source, String id) {
        return aConversation(SOURCE + "/" + source, id, clock.instant().minus(Duration.ofHours(2)))
                .startsOn("web", "en")
                .visitorSays("Where is my parcel?")
                .agentReplies("It left our house on Monday.");
    }

    private void refuseMessageOf(String conversation) {
        refuse("message", "external_id <> '" + conversation + "-m1'");
    }

    private void refuse(String table, String check) {
        rows().change("alter table " + table + " add constraint of_the_house_" + table + " check (" + check + ")");
    }

    private Rows rows() {
        return new Rows(database);
    }

    private List<EventResult> take(List<String> events) {
        return intake.take(events.stream()
                .map(event -> new EventDocument(event.getBytes(StandardCharsets.UTF_8)))
                .toList());
    }
}

package org.answerloop.system.inside;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;

import org.answerloop.access.model.Grant;
import org.answerloop.conversation.application.ConversationReader;
import org.answerloop.conversation.application.ConversationView;
import org.answerloop.conversation.application.TimelineEntry;
import org.answerloop.conversation.application.TimelineEntry.HandoffEntry;
import org.answerloop.conversation.application.TimelineEntry.MessageEntry;
import org.answerloop.conversation.model.AuthorKind;
import org.answerloop.conversation.model.ConversationState;
import org.answerloop.imports.application.ImportSpool;
import org.answerloop.imports.application.ImportWorker;
import org.answerloop.imports.application.Imports;
import org.answerloop.imports.model.ImportCounts;
import org.answerloop.imports.model.ImportFormat;
import org.answerloop.imports.model.ImportJob;
import org.answerloop.imports.model.ImportOptions;
import org.answerloop.imports.model.ImportState;
import org.answerloop.imports.model.SpooledFile;
import org.answerloop.imports.model.TranscriptOptions;
import org.answerloop.resolution.application.EvaluateDueConversations;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.server.Enclosed;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.server.Installation;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Real conversations of a customer agent that others recorded. */
@ExtendWith(ArquillianExtension.class)
@EnabledIf("transcriptsAreThere")
class TranscriptsIT {

    private static final String SOURCE = "/tests/transcripts";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @EJB
    private Imports imports;

    @EJB
    private ImportWorker worker;

    @Inject
    private ImportSpool spool;

    @EJB
    private EvaluateDueConversations evaluation;

    @EJB
    private ConversationReader conversations;

    @Inject
    private AdjustableClock clock;

    /** Outside the server the file lies beside the checkout or nowhere, inside it is in the test's module. */
    static boolean transcriptsAreThere() {
        boolean there = TranscriptsIT.class.getResource(Enclosed.TRANSCRIPTS) != null
                || Files.exists(Installation.transcripts());
        if (!there) {
            System.getLogger(TranscriptsIT.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "The test of the real transcripts is skipped: there is no {0}",
                            Installation.transcripts());
        }
        return there;
    }

    @Test
    void every_transcript_is_counted_and_decided_as_an_independent_reading_of_the_file_says() throws IOException {
        List<TranscriptExpectation> expected;
        try (InputStream file = TranscriptsIT.class.getResourceAsStream(Enclosed.TRANSCRIPTS)) {
            expected = TranscriptExpectation.read(file);
        }
        assertThat(expected).hasSize(100);

        ImportJob job = importTheFile(SOURCE, aDayAgo());

        assertThat(job.reached().index()).isEqualTo(100);
        assertThat(job.counts().rejected()).isZero();
        assertThat(found()).isEqualTo(expected);
        assertThat(states()).containsOnlyKeys(openOr(ConversationState.PENDING, expected));

        clock.advance(Duration.ofHours(72).plusMinutes(11));
        evaluation.run();

        for (int i = 0; i < expected.size(); i++) {
            TranscriptExpectation expectation = expected.get(i);
            ConversationView view = find(i);
            if (expectation.handled()) {
                assertThat(view.state())
                        .as("transcript %s: %s", i, expectation)
                        .isEqualTo(
                                expectation.resolved() ? ConversationState.RESOLVED : ConversationState.NOT_RESOLVED);
                assertThat(view.verdict().deflected()).as("transcript %s", i).isEqualTo(expectation.handoffs() == 0);
            } else {
                assertThat(view.state()).as("transcript %s", i).isEqualTo(ConversationState.OPEN);
            }
        }
    }

    @Test
    void importing_the_file_again_changes_nothing() throws IOException {
        Instant begin = aDayAgo();
        importTheFile(SOURCE + "/again", begin);

        ImportCounts again = importTheFile(SOURCE + "/again", begin).counts();

        assertThat(again.accepted()).isZero();
        assertThat(again.rejected()).isZero();
        assertThat(again.duplicate()).isPositive();
    }

    /** The file has no times. */
    private Instant aDayAgo() {
        return clock.instant().minus(Duration.ofDays(1));
    }

    private ImportJob importTheFile(String source, Instant begin) throws IOException {
        SpooledFile spooled;
        try (InputStream file = TranscriptsIT.class.getResourceAsStream(Enclosed.TRANSCRIPTS)) {
            spooled = spool.store(file);
        }
        ImportOptions options = ImportOptions.of(Map.of("source", source, "firstTime", begin.toString()));
        long id = imports.create(
                        spooled, "transcripts", ImportFormat.OPENAI_CHAT, options, Grant.ofTheHouse("the test"))
                .id();
        // The server's own timer may be first; then it is waited for.
        boolean done = Eventually.within(PATIENCE, () -> {
            worker.run();
            return imports.find(id).orElseThrow().state() == ImportState.DONE;
        });
        assertThat(done).isTrue();
        return imports.find(id).orElseThrow();
    }

    private List<TranscriptExpectation> found() {
        List<TranscriptExpectation> found = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            List<TimelineEntry> timeline = find(i).timeline();
            List<MessageEntry> replies = timeline.stream()
                    .filter(MessageEntry.class::isInstance)
                    .map(MessageEntry.class::cast)
                    .filter(message -> message.authorKind() == AuthorKind.CUSTOMER_AGENT)
                    .toList();
            int actions =
                    replies.stream().mapToInt(reply -> reply.actions().size()).sum();
            long handoffs =
                    timeline.stream().filter(HandoffEntry.class::isInstance).count();
            found.add(new TranscriptExpectation(replies.size(), actions, (int) handoffs));
        }
        return found;
    }

    private Map<ConversationState, Integer> states() {
        Map<ConversationState, Integer> states = new TreeMap<>();
        for (int i = 0; i < 100; i++) {
            states.merge(find(i).state(), 1, Integer::sum);
        }
        return states;
    }

    private static ConversationState[] openOr(ConversationState handled, List<TranscriptExpectation> expected) {
        return expected.stream().allMatch(TranscriptExpectation::handled)
                ? new ConversationState[] {handled}
                : new ConversationState[] {ConversationState.OPEN, handled};
    }

    private ConversationView find(int index) {
        return conversations.find(SOURCE, TranscriptOptions.PREFIX + index).orElseThrow();
    }
}

package org.answerloop.imports.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.event.model.Problem;
import org.answerloop.imports.model.ImportedConversation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ImportRunTest {

    private static final Problem WRONG = new Problem("wrong", "/x", "Something is wrong.");

    private final Set<String> known = new HashSet<>();
    private final List<Integer> batches = new ArrayList<>();

    @Test
    void whatBecameOfEveryEventIsCountedAndWhatIsRefusedIsNamedByItsConversation() {
        ImportRun run = new ImportRun(this::take);
        run.add(conversation(0, "a", "b"));
        run.add(new ImportedConversation(1, null, List.of(), List.of(WRONG)));
        run.add(conversation(2, "bad", "b"));

        ImportResult result = run.finish();

        assertThat(result.conversations()).isEqualTo(2);
        assertThat(result.unreadable()).isEqualTo(1);
        assertThat(result.accepted()).isEqualTo(2);
        assertThat(result.duplicates()).isEqualTo(1);
        assertThat(result.rejected()).isEqualTo(1);
        assertThat(result.problems())
                .extracting(ImportResult.ImportProblem::conversation, ImportResult.ImportProblem::event)
                .containsExactly(tuple(1, null), tuple(2, "bad"));
    }

    @Test
    void eventsAreSentInBatchesAndNoneIsLeftBehind() {
        ImportRun run = new ImportRun(this::take);
        IntStream.range(0, 1_500).forEach(i -> run.add(conversation(i, "x" + i, "y" + i)));
        assertThat(run.finish().accepted()).isEqualTo(3_000);
        assertThat(batches).containsExactly(1_000, 1_000, 1_000);
    }

    @Test
    void aFileOfProblemsDoesNotFillTheMemory() {
        ImportRun run = new ImportRun(this::take);
        IntStream.range(0, 5_000).forEach(i -> run.add(new ImportedConversation(i, null, List.of(), List.of(WRONG))));
        ImportResult result = run.finish();
        assertThat(result.unreadable()).isEqualTo(5_000);
        assertThat(result.problems()).hasSize(ImportResult.MOST_PROBLEMS);
    }

    private List<EventResult> take(List<EventDocument> events) {
        batches.add(events.size());
        return events.stream()
                .map(event -> new String(event.json(), StandardCharsets.UTF_8))
                .map(id -> {
                    if (id.equals("bad")) {
                        return EventResult.rejected(id, WRONG);
                    }
                    return known.add(id) ? EventResult.accepted(id) : EventResult.duplicate(id);
                })
                .toList();
    }

    private static ImportedConversation conversation(int index, String... events) {
        List<EventDocument> documents = Arrays.stream(events)
                .map(event -> new EventDocument(event.getBytes(StandardCharsets.UTF_8)))
                .toList();
        return new ImportedConversation(index, "c" + index, documents, List.of());
    }
}

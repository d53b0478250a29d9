package org.answerloop.imports.application;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventResult;
import org.answerloop.event.model.Problem;
import org.answerloop.fixture.MemoryChannel;
import org.answerloop.imports.model.Checkpoint;
import org.answerloop.imports.model.ImportCounts;
import org.answerloop.imports.model.ImportFormat;
import org.answerloop.imports.model.ImportOptions;
import org.answerloop.imports.model.LineProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ImportRunTest {

    private static final Problem WRONG = new Problem("wrong", "/x", "Something is wrong.");

    private final Set<String> known = new HashSet<>();
    private final List<Integer> batches = new ArrayList<>();
    private final List<ImportChunk> chunks = new ArrayList<>();

    @Test
    void whatBecameOfEveryLineIsCountedAndWhatIsRefusedIsNamedByItsLine() throws IOException {
        assertThat(run("a\nb\n\nbad\nb\nlate\n" + "x".repeat(17 << 20) + "\nc", Checkpoint.START, Integer.MAX_VALUE))
                .isTrue();
        assertThat(counts()).isEqualTo(new ImportCounts(4, 1, 2, 1));
        assertThat(chunks.stream().flatMap(chunk -> chunk.problems().stream()))
                .extracting(
                        LineProblem::line,
                        LineProblem::event,
                        problem -> problem.problem().code())
                .containsExactly(tuple(4L, "bad", "wrong"), tuple(7L, null, "too-large"));
    }

    @Test
    void stoppedAfterAnyChunkItGoesOnFromThereAndNothingIsTakenTwice() throws IOException {
        String file = IntStream.range(0, 2_250).mapToObj(i -> "e" + i).collect(Collectors.joining("\n"));
        assertThat(run(file, Checkpoint.START, 2)).isFalse();
        assertThat(batches).containsExactly(500, 500);
        assertThat(run(file, chunks.get(1).reached(), Integer.MAX_VALUE)).isTrue();
        assertThat(batches).containsExactly(500, 500, 500, 500, 250);
        assertThat(counts()).isEqualTo(new ImportCounts(2_250, 0, 0, 0));
    }

    @Test
    void theSameFileAgainIsDuplicatesOnly() throws IOException {
        String file = IntStream.range(0, 1_500).mapToObj(i -> "e" + i).collect(Collectors.joining("\n"));
        run(file, Checkpoint.START, Integer.MAX_VALUE);
        chunks.clear();
        run(file, Checkpoint.START, Integer.MAX_VALUE);
        assertThat(counts()).isEqualTo(new ImportCounts(0, 1_500, 0, 0));
    }

    @Test
    void largeEventsMakeSmallChunks() throws IOException {
        String file =
                IntStream.range(0, 12).mapToObj(i -> i + "x".repeat(1 << 20)).collect(Collectors.joining("\n"));
        run(file, Checkpoint.START, Integer.MAX_VALUE);
        assertThat(batches).containsExactly(4, 4, 4);
    }

    @Test
    void anEmptyFileIsDone() throws IOException {
        assertThat(run("", Checkpoint.START, Integer.MAX_VALUE)).isTrue();
        assertThat(chunks).isEmpty();
    }

    private boolean run(String file, Checkpoint from, int mostChunks) throws IOException {
        return new ImportRun(this::take, chunk -> {
                    chunks.add(chunk);
                    return chunks.size() < mostChunks;
                })
                .run(ImportFormat.EVENTS.reader(MemoryChannel.of(file), from, ImportOptions.of(Map.of())));
    }

    private ImportCounts counts() {
        return chunks.stream().map(ImportChunk::counts).reduce(ImportCounts.NONE, ImportCounts::plus);
    }

    private List<EventResult> take(List<EventDocument> events) {
        batches.add(events.size());
        return events.stream()
                .map(event -> new String(event.json(), StandardCharsets.UTF_8))
                .map(id -> {
                    if (id.equals("bad")) {
                        return EventResult.rejected(id, WRONG);
                    }
                    return known.add(id) ? EventResult.accepted(id, id.equals("late")) : EventResult.duplicate(id);
                })
                .toList();
    }
}

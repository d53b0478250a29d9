package org.answerloop.imports.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.answerloop.access.model.Grant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImportJobTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final ImportCounts HUNDRED = new ImportCounts(90, 5, 5, 2);

    private final ImportJob job = new ImportJob(
            new SpooledFile("x.import", 1_000, "0".repeat(64)),
            "history",
            ImportFormat.EVENTS,
            ImportOptions.of(Map.of()),
            Grant.ofTheHouse("ada"),
            NOON);

    @Test
    void aFileWaitsIsWorkedOffAndIsDone() {
        assertThat(job.state()).isEqualTo(ImportState.WAITING);
        assertThat(job.progress()).isZero();
        job.claim("one", NOON, LEASE);
        assertThat(job.state()).isEqualTo(ImportState.RUNNING);
        assertThat(job.startedAt()).contains(NOON);

        assertThat(advance("one", 250, NOON.plusSeconds(10))).isTrue();
        assertThat(job.progress()).isEqualTo(0.25);
        assertThat(job.counts()).isEqualTo(HUNDRED);
        assertThat(job.rate()).contains(10.0);
        assertThat(job.remaining()).contains(Duration.ofSeconds(30));

        job.finish("one", NOON.plusSeconds(40));
        assertThat(job.state()).isEqualTo(ImportState.DONE);
        assertThat(job.progress()).isEqualTo(1);
        assertThat(job.finishedAt()).contains(NOON.plusSeconds(40));
        assertThat(job.rate()).isEmpty();
        assertThat(job.isClaimable(NOON.plusSeconds(900))).isFalse();
    }

    @Test
    void whoWorksOnItDoesSoAloneUntilTheLeaseEnds() {
        job.claim("one", NOON, LEASE);
        assertThat(job.isClaimable(NOON.plusSeconds(30))).isFalse();
        assertThatThrownBy(() -> job.claim("two", NOON.plusSeconds(1), LEASE)).isInstanceOf(ImportStateException.class);
        advance("one", 100, NOON.plusSeconds(20));
        assertThat(job.isClaimable(NOON.plusSeconds(50))).isFalse();
        assertThat(job.isClaimable(NOON.plusSeconds(51))).isTrue();
    }

    @Test
    void whatAKilledServerLeftIsGoneOnWithFromItsLastChunkAndItsOwnWordCountsNoMore() {
        job.claim("one", NOON, LEASE);
        advance("one", 100, NOON.plusSeconds(1));
        job.claim("two", NOON.plusSeconds(60), LEASE);
        assertThat(job.reached().position()).isEqualTo(100);
        assertThat(advance("one", 200, NOON.plusSeconds(61))).isFalse();
        job.finish("one", NOON.plusSeconds(62));
        assertThat(job.reached().position()).isEqualTo(100);
        assertThat(job.state()).isEqualTo(ImportState.RUNNING);
    }

    @Test
    void stoppedItKeepsTheChunkThatWasUnderWayAndGoesOnFromThere() {
        job.claim("one", NOON, LEASE);
        job.stop(NOON.plusSeconds(1));
        assertThat(job.state()).isEqualTo(ImportState.STOPPED);
        assertThat(advance("one", 300, NOON.plusSeconds(2))).isFalse();
        assertThat(job.reached().position()).isEqualTo(300);
        assertThat(job.isClaimable(NOON.plusSeconds(3))).isFalse();

        job.resume(NOON.plusSeconds(100));
        assertThat(job.finishedAt()).isEmpty();
        job.claim("two", NOON.plusSeconds(100), LEASE);
        assertThat(advance("two", 400, NOON.plusSeconds(110))).isTrue();
        assertThat(job.rate()).as("measured from the resumption").contains(10.0);
    }

    @Test
    void resumedBeforeItsWorkerNoticedItWaitsForThatWorker() {
        job.claim("one", NOON, LEASE);
        job.stop(NOON);
        job.resume(NOON);
        assertThat(job.isClaimable(NOON.plusSeconds(1))).isFalse();
        assertThat(advance("one", 300, NOON.plusSeconds(2))).isFalse();
        assertThat(job.isClaimable(NOON.plusSeconds(2))).isTrue();
    }

    @Test
    void givenBackItIsFreeAtOnce() {
        job.claim("one", NOON, LEASE);
        job.release("two");
        assertThat(job.isClaimable(NOON)).isFalse();
        job.release("one");
        assertThat(job.isClaimable(NOON)).isTrue();
        assertThat(job.state()).isEqualTo(ImportState.RUNNING);
    }

    @Test
    void whatHasFailedIsTriedAgainWhenResumed() {
        job.claim("one", NOON, LEASE);
        job.fail(new ImportFailure(FileFault.EMPTY, "", "Because."), NOON);
        assertThat(job.failure().orElseThrow().sentence()).isEqualTo("Because.");
        assertThat(job.state()).isEqualTo(ImportState.FAILED);
        job.resume(NOON);
        assertThat(job.failure()).isEmpty();
        assertThat(job.isClaimable(NOON)).isTrue();
    }

    @Test
    void whatIsOverIsNeitherStoppedNorResumedAndWhatRunsIsNotRemoved() {
        assertThatThrownBy(() -> job.resume(NOON)).isInstanceOf(ImportStateException.class);
        assertThatThrownBy(() -> job.requireDiscardable(NOON)).isInstanceOf(ImportStateException.class);
        job.claim("one", NOON, LEASE);
        job.stop(NOON);
        assertThatThrownBy(() -> job.requireDiscardable(NOON)).isInstanceOf(ImportStateException.class);
        job.requireDiscardable(NOON.plusSeconds(31));
        job.resume(NOON);
        advance("one", 1, NOON);
        job.claim("one", NOON, LEASE);
        job.finish("one", NOON);
        assertThatThrownBy(() -> job.stop(NOON)).isInstanceOf(ImportStateException.class);
        assertThatThrownBy(() -> job.resume(NOON)).isInstanceOf(ImportStateException.class);
        job.requireDiscardable(NOON);
    }

    private boolean advance(String owner, long position, Instant now) {
        return job.advance(owner, new Checkpoint(position, 2, 1, ""), HUNDRED, 5, now, LEASE);
    }
}

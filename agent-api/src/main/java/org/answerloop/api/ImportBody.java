package org.answerloop.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import org.answerloop.imports.model.ImportCounts;
import org.answerloop.imports.model.ImportFailure;
import org.answerloop.imports.model.ImportJob;

/**
 * An import as the API tells it.
 *
 * @param progress how much of the file has been taken, from 0 to 1
 * @param problems how many lines the report has
 * @param eventsPerSecond since it was begun or resumed; null while it does not run
 * @param secondsRemaining at this rate; null while it does not run
 * @param failure why it cannot go on; null where it can
 */
record ImportBody(
        long id,
        String name,
        String format,
        Map<String, String> options,
        String state,
        long bytes,
        String sha256,
        double progress,
        long bytesTaken,
        Events events,
        long problems,
        Double eventsPerSecond,
        Long secondsRemaining,
        String createdBy,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        String failure) {

    record Events(long accepted, long duplicate, long rejected, long late) {

        static Events of(ImportCounts counts) {
            return new Events(counts.accepted(), counts.duplicate(), counts.rejected(), counts.late());
        }
    }

    static ImportBody of(ImportJob job) {
        return new ImportBody(
                job.id(),
                job.name(),
                job.format().label(),
                job.options().texts(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.size(),
                job.sha256(),
                job.progress(),
                job.reached().position(),
                Events.of(job.counts()),
                job.reported(),
                job.rate().orElse(null),
                job.remaining().map(Duration::toSeconds).orElse(null),
                job.createdBy(),
                job.createdAt(),
                job.startedAt().orElse(null),
                job.finishedAt().orElse(null),
                job.failure().map(ImportFailure::sentence).orElse(null));
    }
}

package org.answerloop.answer.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.answerloop.answer.model.PublishedAnswer;

import static java.lang.System.Logger.Level.WARNING;

/**
 * Answers on which the model failed. They are found by their words meanwhile, hold up none of the others, and are tried again:
 * after a minute at first, and after twice as long each time.
 */
final class FailedMeanings {

    static final Duration SHORTEST = Duration.ofMinutes(1);

    static final Duration LONGEST = Duration.ofHours(8);

    private static final System.Logger LOG = System.getLogger(FailedMeanings.class.getName());

    private final Map<Long, Failure> byAnswer = new ConcurrentHashMap<>();

    /**
     * That it failed.
     *
     * @param revision of the answer: another one is another text
     */
    private record Failure(int revision, Duration pause, Instant again) {

        static Failure first(PublishedAnswer answer, Instant now) {
            return new Failure(answer.revision(), SHORTEST, now.plus(SHORTEST));
        }

        Failure next(Instant now) {
            Duration longer = pause.multipliedBy(2);
            Duration next = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
            return new Failure(revision, next, now.plus(next));
        }
    }

    /** Whether the model is to be asked about it. */
    boolean isDue(PublishedAnswer answer, Instant now) {
        Failure failure = byAnswer.get(answer.id());
        return failure == null || failure.revision() != answer.revision() || !now.isBefore(failure.again());
    }

    void note(List<PublishedAnswer> failed, RuntimeException reason, Instant now) {
        Map<Long, Instant> again = new TreeMap<>();
        for (PublishedAnswer answer : failed) {
            Failure noted = byAnswer.compute(
                    answer.id(),
                    (id, before) -> before == null || before.revision() != answer.revision()
                            ? Failure.first(answer, now)
                            : before.next(now));
            again.put(answer.id(), noted.again());
        }
        LOG.log(
                WARNING,
                "What these short answers mean could not be found out; they are found by their words,"
                        + " and it is tried again at the given times: " + again,
                reason);
    }

    void forget(PublishedAnswer understood) {
        byAnswer.remove(understood.id());
    }
}

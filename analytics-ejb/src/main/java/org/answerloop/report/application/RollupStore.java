package org.answerloop.report.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.answerloop.report.model.DailyRollup;
import org.answerloop.report.model.Generation;
import org.answerloop.report.model.ReportCalendar;

/** Where what was counted by day is kept, in the caller's transaction. */
public interface RollupStore {

    /** The latest generation; empty where there has been none. */
    Optional<Generation> latest();

    /**
     * The latest generation, held up to the end of the transaction; waits while somebody else holds it. Empty where there
     * has been none.
     */
    Optional<Generation> holdLatest();

    /** Begins a generation of which nothing is counted yet; false where there is one of this number. */
    boolean begin(Generation generation);

    /** Holds the generation up to the end of the transaction; false where somebody else does. */
    boolean hold(Generation generation);

    /** Some moment before all and some moment after all that is counted; empty where there is nothing to count. */
    Optional<Extent> extent();

    /** Says that the spans have to be counted again. */
    void makeStale(Collection<Extent> spans);

    /**
     * The first feedback of conversations, each since a moment of its own; nothing of those that have none since then.
     *
     * @param since by the id of the conversation; what is given at that moment is found too
     */
    Map<Long, Instant> nextFeedback(Map<Long, Instant> since);

    /** The number of the latest word that a span is stale. */
    long latestStale();

    /** Some spans that are stale, up to one of those words, the earliest first; empty where none are left. */
    List<Extent> stale(long upTo, int limit);

    /**
     * Takes away the words that the span is stale, up to one of them, or leaves them only for the end of it: what changes
     * after this makes new ones.
     *
     * @param from the rest of the span from here on stays stale; its end where nothing does
     */
    void takeStale(Extent span, Instant from, long upTo);

    /** The first moment in the span at which anything counts; empty where there is nothing to count in it. */
    Optional<Instant> firstIn(Extent span);

    /**
     * The latest generation and every span that is stale, as of one moment: a day of it is counted or stale. Empty where
     * there has been no generation.
     */
    Optional<Readable> readable();

    /** Counts some days, in every cell that holds anything. */
    List<DailyRollup> count(List<LocalDate> days, ReportCalendar calendar);

    /**
     * Keeps what was counted of the days in the place of what was kept of them, as the next revision. For whoever holds
     * the generation: revisions are seen in their order.
     */
    void replace(Generation generation, List<LocalDate> days, List<DailyRollup> rows);

    /** Forgets what generations before this one kept. */
    void forgetBefore(Generation generation);

    /**
     * What a reader can rely on.
     *
     * @param revision rises whenever days were counted; each day is known to have been counted last in one of them
     */
    record Readable(Generation generation, long revision, List<Extent> stale) {

        public Readable {
            stale = List.copyOf(stale);
        }
    }

    /** A stretch of time, half-open. */
    record Extent(Instant from, Instant to) {}
}

package org.answerloop.sample.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.answerloop.event.model.EventComposer;
import org.answerloop.event.model.EventDocument;

/**
 * Half a year of a ferry company that lets two customer agents serve its visitors: the 26 weeks before a reference
 * instant, with nothing after it, so the newest conversations are still pending. The same seed, instant and number of
 * conversations yield the same bytes. Conversations are told one by one as they are asked for.
 */
public final class SampleHistory {

    private final long seed;
    private final Instant reference;
    private final int conversations;
    private final Library library = Library.open();
    private final EventComposer composer = new EventComposer(library.company().source());
    private final Arrivals arrivals;

    /** @param reference read to the second */
    public SampleHistory(long seed, Instant reference, int conversations) {
        this.seed = seed;
        this.reference = reference.truncatedTo(ChronoUnit.SECONDS);
        this.conversations = conversations;
        this.arrivals = new Arrivals(seed, this.reference, conversations);
    }

    /** The events in the order of their arrival, conversation by conversation: all of one, then all of the next. */
    public Stream<List<EventDocument>> conversations() {
        return IntStream.range(0, conversations).mapToObj(this::conversation);
    }

    private List<EventDocument> conversation(int index) {
        Dice dice = new Dice(seed, index);
        Instant begin = arrivals.at(index, dice.uniform());
        double progress = arrivals.progress(begin);
        Cast cast = Cast.draw(library.company(), index, begin, progress, dice);
        boolean second = cast.agent().equals(library.company().agents().get(1));
        Transcript transcript = new Transcript(composer, cast.conversationId(), begin, reference);
        new Odds(progress, cast.channel(), second).draw(dice).tell(new Scene(library, cast, dice, transcript));
        return Delivery.of(transcript.events(), dice);
    }
}

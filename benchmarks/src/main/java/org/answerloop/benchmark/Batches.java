package org.answerloop.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Several senders, each with a source of its own, that send events in batches, one batch after the other.
 *
 * @param senders at the same time
 * @param batch events a request
 */
record Batches(Sender sender, int senders, int batch) {

    /** Sends that many in all. */
    Progress send(String name, int count) throws IOException, InterruptedException {
        Progress progress = new Progress();
        Parallel.run(sending(name, count / senders, progress, new AtomicBoolean()));
        return progress;
    }

    /** What each sender does, until it has sent that many or is told to stop. */
    List<Callable<Void>> sending(String name, int eventsOfEach, Progress progress, AtomicBoolean stop)
            throws IOException {
        return Feed.several(name, senders, eventsOfEach).stream()
                .map(feed -> (Callable<Void>) () -> {
                    send(feed, progress, stop);
                    return null;
                })
                .toList();
    }

    private void send(Feed events, Progress progress, AtomicBoolean stop) throws IOException, InterruptedException {
        try (Feed feed = events) {
            for (List<String> next = feed.next(batch); !next.isEmpty() && !stop.get(); next = feed.next(batch)) {
                sender.send(next);
                progress.add(next.size());
            }
        }
    }
}

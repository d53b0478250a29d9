package org.answerloop.event.application;

import java.util.SortedMap;
import java.util.TreeMap;

import org.answerloop.event.model.IntakeCounts;

/** Counts what becomes of the events of one chunk, by source. */
final class ChunkTally {

    /** Of an event whose source could not be read. */
    private static final String UNREADABLE = "";

    /** Sorted, so that two chunks take the rows of their sources in one order and never wait for each other in a circle. */
    private final SortedMap<String, IntakeCounts> bySource = new TreeMap<>();

    void add(String source, IntakeCounts counts) {
        bySource.merge(source == null ? UNREADABLE : source, counts, IntakeCounts::plus);
    }

    SortedMap<String, IntakeCounts> bySource() {
        return bySource;
    }
}

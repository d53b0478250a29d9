package org.answerloop.report.model;

import java.time.Instant;
import java.util.List;

/**
 * What happened since the week began, by when it happened, beside the same span of the week before.
 *
 * @param from when the week began
 * @param to now
 * @param previousFrom when the week before began
 * @param previousTo the same time of the same day in the week before
 */
public record Impact(Instant from, Instant to, Instant previousFrom, Instant previousTo, List<Tile> tiles) {

    public Impact {
        tiles = List.copyOf(tiles);
    }
}

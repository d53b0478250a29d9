package org.answerloop.api;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.answerloop.report.model.Impact;
import org.answerloop.report.model.Tile;

/**
 * The impact of this week as the API tells it.
 *
 * @param from when the week began
 * @param to now
 * @param previousTo the same point of the week before
 */
record ImpactBody(
        String metric,
        Instant from,
        Instant to,
        Instant previousFrom,
        Instant previousTo,
        String zone,
        Instant refreshedAt,
        List<TileBody> series) {

    static final String ID = "impact";

    /**
     * A figure, beside that of the week before.
     *
     * @param value null where the denominator is empty, as is previous
     * @param denominator left out of counts
     */
    record TileBody(
            String key,
            String unit,
            Double value,
            Double previous,
            @JsonInclude(JsonInclude.Include.NON_NULL) Long numerator,
            @JsonInclude(JsonInclude.Include.NON_NULL) Long denominator,
            @JsonInclude(JsonInclude.Include.NON_NULL) Long previousNumerator,
            @JsonInclude(JsonInclude.Include.NON_NULL) Long previousDenominator) {

        static TileBody of(Tile tile) {
            return new TileBody(
                    tile.key(),
                    FigureBody.unit(tile.unit()),
                    tile.current().value(),
                    tile.previous().value(),
                    tile.current().numerator(),
                    tile.current().denominator(),
                    tile.previous().numerator(),
                    tile.previous().denominator());
        }
    }

    static ImpactBody of(Impact impact, String zone) {
        return new ImpactBody(
                ID,
                impact.from(),
                impact.to(),
                impact.previousFrom(),
                impact.previousTo(),
                zone,
                impact.to(),
                impact.tiles().stream().map(TileBody::of).toList());
    }
}

package org.answerloop.web.reporting;

import org.answerloop.report.model.Figure;
import org.answerloop.report.model.Tile;
import org.answerloop.report.model.Unit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ImpactTileTest {

    @Test
    void more_resolutions_are_better() {
        ImpactTile tile = tile("resolved", Unit.COUNT, 300.0, 288.0);

        assertThat(tile.figure()).isEqualTo("300");
        assertThat(tile.change().text()).isEqualTo("▲ 4.2%");
        assertThat(tile.change().meaning()).isEqualTo("better");
    }

    @Test
    void a_shorter_time_is_better() {
        ImpactTile tile = tile("time_to_resolution", Unit.SECONDS, 400.0, 422.0);

        assertThat(tile.change().text()).isEqualTo("▼ 22\u00a0s");
        assertThat(tile.change().meaning()).isEqualTo("better");
        assertThat(tile("time_to_resolution", Unit.SECONDS, 422.0, 400.0)
                        .change()
                        .meaning())
                .isEqualTo("worse");
    }

    @Test
    void shares_differ_in_points() {
        ImpactTile tile = tile("helpful_rate", Unit.RATIO, 0.82, 0.831);

        assertThat(tile.change().text()).isEqualTo("▼ 1.1\u00a0pt");
        assertThat(tile.change().meaning()).isEqualTo("worse");
    }

    @Test
    void what_has_nothing_to_compare_with_has_no_change() {
        assertThat(tile("resolved", Unit.COUNT, 3.0, 0.0).change().text()).isEqualTo("–");
        assertThat(tile("helpful_rate", Unit.RATIO, 0.5, null).change().text()).isEqualTo("–");
        assertThat(tile("helpful_rate", Unit.RATIO, null, 0.5).figure()).isEqualTo("–");
        assertThat(tile("helpful_rate", Unit.RATIO, null, 0.5).change().meaning())
                .isEqualTo("same");
    }

    @Test
    void a_change_too_small_to_be_written_is_none() {
        assertThat(tile("deflection_rate", Unit.RATIO, 0.7101, 0.7102).change().text())
                .isEqualTo("unchanged");
        assertThat(tile("resolved", Unit.COUNT, 3.0, 3.0).change().meaning()).isEqualTo("same");
    }

    @Test
    void a_share_says_of_how_many_it_is() {
        Tile tile = new Tile("helpful_rate", Unit.RATIO, new Figure(0.5, 48L, 96L, null, null, null), figure(null));
        assertThat(ImpactTile.of(tile, "", EnglishTexts.texts()).note()).isEqualTo("of 96 submissions");
    }

    private static ImpactTile tile(String key, Unit unit, Double current, Double previous) {
        return ImpactTile.of(new Tile(key, unit, figure(current), figure(previous)), "", EnglishTexts.texts());
    }

    private static Figure figure(Double value) {
        return new Figure(value, null, null, null, null, null);
    }
}

package org.answerloop.wording;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormatsTest {

    private static final String NARROW_SPACE = "\u202f";

    private final Formats english = new Formats(Locale.ENGLISH, ZoneId.of("Europe/Paris"));
    private final Formats french = new Formats(Locale.FRENCH, ZoneId.of("Europe/Paris"));

    @Test
    void what_does_not_exist_is_a_dash_and_never_zero() {
        assertThat(english.percent(null)).isEqualTo("–");
        assertThat(english.count(null)).isEqualTo("–");
        assertThat(english.duration(null)).isEqualTo("–");
        assertThat(english.moment(null)).isEqualTo("–");
        assertThat(english.date(null)).isEqualTo("–");
    }

    @Test
    void numbers_keep_their_thousands_apart_as_the_language_does() {
        assertThat(english.count(12020)).isEqualTo("12,020");
        assertThat(french.count(12020)).isEqualTo("12" + NARROW_SPACE + "020");
    }

    @Test
    void percentages_have_one_decimal_and_in_french_a_narrow_space() {
        assertThat(english.percent(0.5812)).isEqualTo("58.1%");
        assertThat(french.percent(0.5812)).isEqualTo("58,1" + NARROW_SPACE + "%");
        assertThat(english.roundPercent(0.461)).isEqualTo("46%");
    }

    @Test
    void a_difference_of_shares_is_in_points() {
        assertThat(english.points(-0.0084)).isEqualTo("0.8\u00a0pt");
        assertThat(french.points(0.0084)).isEqualTo("0,8" + NARROW_SPACE + "pt");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "59.4, 59 s",
        "59.6, 1 min",
        "400, 6 min 40 s",
        "3600, 1 h",
        "3660, 1 h 1 min",
        "86400, 1 d",
        "273600, 3 d 4 h",
        "-22, −22 s"
    })
    void a_duration_is_written_in_its_two_greatest_units(double seconds, String written) {
        assertThat(english.duration(seconds).replace('\u00a0', ' ')).isEqualTo(written);
    }

    @Test
    void days_are_called_as_the_language_does() {
        assertThat(french.duration(273600.0)).isEqualTo("3\u202fj 4\u202fh");
    }

    @Test
    void a_range_says_the_year_once_where_it_is_the_same() {
        LocalDate first = LocalDate.of(2026, 8, 31);
        assertThat(english.range(first, LocalDate.of(2026, 11, 22))).isEqualTo("31 Aug – 22 Nov 2026");
        assertThat(english.range(first, LocalDate.of(2027, 1, 3))).isEqualTo("31 Aug 2026 – 3 Jan 2027");
        assertThat(english.range(first, first)).isEqualTo("31 Aug 2026");
    }

    @Test
    void a_moment_is_written_in_the_zone_of_the_deployment() {
        Instant moment = Instant.parse("2026-11-21T17:04:09Z");
        assertThat(english.moment(moment)).isEqualTo("21 Nov 2026, 18:04");
        assertThat(french.moment(moment)).isEqualTo("21 nov. 2026 à 18:04");
        assertThat(english.time(moment)).isEqualTo("18:04:09");
    }

    @Test
    void names_are_listed_as_one_says_them() {
        assertThat(english.list(List.of())).isEmpty();
        assertThat(english.list(List.of("Aria"))).isEqualTo("Aria");
        assertThat(french.list(List.of("Aria", "Basil", "Clove"))).isEqualTo("Aria, Basil et Clove");
    }

    @Test
    void sentences_count_in_the_right_number() {
        String pattern = "{0,choice,0#no conversations|1#one conversation|1<{0,number,integer} conversations}";
        assertThat(english.text(pattern, 1)).isEqualTo("one conversation");
        assertThat(english.text(pattern, 12020L)).isEqualTo("12,020 conversations");
    }
}

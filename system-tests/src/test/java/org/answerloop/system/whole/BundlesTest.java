package org.answerloop.system.whole;

import java.text.MessageFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the sentences of every part of the product. */
class BundlesTest {

    private static final Pattern UNSPACED = Pattern.compile("[^\\u202f\\u00a0][:;!?%»](\\s|$)|«[^\\u202f\\u00a0]");
    private static final Pattern BLANK = Pattern.compile("\\{(\\d+)");
    private static final List<Pattern> QUOTED =
            List.of(Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\""), Pattern.compile("'([^'\n]*)'"));

    static List<Bundle> bundles() {
        return Bundle.all();
    }

    @Test
    void every_part_that_speaks_is_heard() {
        assertThat(bundles())
                .extracting(Bundle::name)
                .containsExactlyInAnyOrder(
                        "common", "export", "knowledge", "metrics", "reporting", "subscription", "wording");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_say_the_same_things(Bundle bundle) {
        assertThat(bundle.french().keySet())
                .isEqualTo(bundle.english().keySet())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_leave_the_same_blanks(Bundle bundle) {
        assertThat(bundle.english())
                .allSatisfy((key, sentence) ->
                        assertThat(blanks(bundle.french().get(key))).as(key).isEqualTo(blanks(sentence)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void french_keeps_its_punctuation_with_the_word_before_it(Bundle bundle) {
        assertThat(bundle.french())
                .allSatisfy((key, sentence) -> assertThat(sentence).as(key).doesNotContainPattern(UNSPACED));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void apostrophes_are_typographic_so_that_no_blank_is_left_unfilled(Bundle bundle) {
        assertThat(Stream.of(bundle.english(), bundle.french()))
                .allSatisfy(language -> assertThat(language)
                        .allSatisfy(
                                (key, sentence) -> assertThat(sentence).as(key).doesNotContain("'")));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_sentence_is_said_somewhere(Bundle bundle) {
        Set<String> quoted = quoted();
        List<String> beginnings =
                quoted.stream().filter(text -> text.matches("[\\w.]+\\.")).toList();
        List<String> ends =
                quoted.stream().filter(text -> text.matches("\\.\\w+")).toList();

        assertThat(bundle.english().keySet())
                .allMatch(key -> quoted.contains(key)
                        || beginnings.stream().anyMatch(key::startsWith)
                        || ends.stream()
                                .anyMatch(end -> key.endsWith(end)
                                        && quoted.contains(key.substring(0, key.length() - end.length()))));
    }

    private static Set<String> blanks(String sentence) {
        return BLANK.matcher(new MessageFormat(sentence).toPattern())
                .results()
                .map(blank -> blank.group(1))
                .collect(Collectors.toSet());
    }

    /** Whatever stands between quotes in the code and on the pages: keys, and the parts that keys are made of. */
    private static Set<String> quoted() {
        return Sources.endingWith(".java", ".xhtml").stream()
                .map(Sources::text)
                .flatMap(text ->
                        QUOTED.stream().flatMap(quotes -> quotes.matcher(text).results()))
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}

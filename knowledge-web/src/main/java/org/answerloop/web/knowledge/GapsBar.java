package org.answerloop.web.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.answerloop.gap.model.TopicSelection;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.web.filter.FilterChip;
import org.answerloop.web.filter.FilterChip.Choice;

/** The filters of the list of topics in one line. Every choice is an address, so that a view is a bookmark. */
final class GapsBar {

    static final String PAGE = "gaps.xhtml";

    private final GapsFilter filter;
    private final Words words;
    private final Chips chips;

    GapsBar(GapsFilter filter, Words words) {
        this.filter = filter;
        this.words = words;
        this.chips = new Chips(filter.query(), PAGE);
    }

    FilterChip states() {
        String shown = state(filter.selection());
        return new FilterChip("state", shown, chips.lists("state", filter.selection(), this::state));
    }

    private String state(TopicSelection selection) {
        return words.of("gaps.list." + AddressCode.of(selection));
    }

    /** Language, channel and customer agent. */
    List<FilterChip> narrowing(Collection<String> languages, FilterChoices choices) {
        return List.of(chip("language", languages, words.labels()::language), channels(choices), agents(choices));
    }

    private FilterChip channels(FilterChoices choices) {
        return chip("channel", choices.channels(), words.labels()::channel);
    }

    private FilterChip agents(FilterChoices choices) {
        Map<String, String> agents = choices.agents().stream()
                .collect(Collectors.toMap(
                        FilterChoices.Agent::id, FilterChoices.Agent::name, (one, other) -> one, TreeMap::new));
        return chip("agent", agents.keySet(), id -> agents.getOrDefault(id, id));
    }

    /** Which questions of a topic count, in a line; language, state and words choose topics and no questions. */
    String questions(FilterChoices choices) {
        return Stream.of(channels(choices), agents(choices), dates())
                .map(FilterChip::value)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** The dates that were asked for, beside which the page offers fields. */
    FilterChip dates() {
        String value = range();
        List<Choice> choices = List.of(new Choice(
                words.of("gaps.filter.all.dates"),
                filter.query().with("from", null).with("until", null).on(PAGE),
                value.isEmpty()));
        return new FilterChip("dates", value, choices);
    }

    private String range() {
        Optional<String> from = filter.from().map(words.formats()::date);
        Optional<String> until = filter.until().map(words.formats()::date);
        if (from.isPresent() && until.isPresent()) {
            return words.of("gaps.filter.dates.set", from.get(), until.get());
        }
        return from.map(day -> words.of("gaps.filter.dates.since", day))
                .or(() -> until.map(day -> words.of("gaps.filter.dates.until", day)))
                .orElse("");
    }

    private FilterChip chip(String key, Collection<String> codes, UnaryOperator<String> label) {
        return chips.chip(key, words.of("gaps.filter.all." + key), codes, label);
    }
}

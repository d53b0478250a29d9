package org.answerloop.web.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    GapsBar(GapsFilter filter, Words words) {
        this.filter = filter;
        this.words = words;
    }

    FilterChip states() {
        List<Choice> choices = Stream.of(TopicSelection.values())
                .map(selection -> new Choice(
                        words.of("gaps.list." + GapsFilter.code(selection)),
                        address(selection == TopicSelection.OPEN ? null : GapsFilter.code(selection)),
                        selection == filter.selection()))
                .toList();
        return new FilterChip("state", words.of("gaps.list." + GapsFilter.code(filter.selection())), choices);
    }

    private String address(String state) {
        return filter.query().with("state", state).on(PAGE);
    }

    /** Language, channel and customer agent. */
    List<FilterChip> narrowing(Collection<String> languages, FilterChoices choices) {
        Map<String, String> agents = choices.agents().stream()
                .collect(Collectors.toMap(
                        FilterChoices.Agent::id, FilterChoices.Agent::name, (one, other) -> one, TreeMap::new));
        return List.of(
                chip("language", languages, filter.language(), words.labels()::language),
                chip("channel", choices.channels(), filter.channel(), words.labels()::channel),
                chip("agent", agents.keySet(), filter.agent(), id -> agents.getOrDefault(id, id)));
    }

    /** The dates that were asked for, beside which the page offers fields. */
    FilterChip dates() {
        String value = filter.from().isEmpty() && filter.until().isEmpty()
                ? ""
                : words.of(
                        "gaps.filter.dates.set",
                        day(filter.from().orElse(null)),
                        day(filter.until().orElse(null)));
        List<Choice> choices = List.of(new Choice(
                words.of("gaps.filter.all.dates"),
                filter.query().with("from", null).with("until", null).on(PAGE),
                value.isEmpty()));
        return new FilterChip("dates", value, choices);
    }

    private String day(LocalDate date) {
        return date == null ? "…" : words.formats().date(date);
    }

    private FilterChip chip(String key, Collection<String> codes, String set, UnaryOperator<String> label) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(
                words.of("gaps.filter.all." + key),
                filter.query().with(key, null).on(PAGE),
                set == null));
        codes.forEach(code -> choices.add(
                new Choice(label.apply(code), filter.query().with(key, code).on(PAGE), code.equals(set))));
        return new FilterChip(key, set == null ? "" : label.apply(set), choices);
    }
}

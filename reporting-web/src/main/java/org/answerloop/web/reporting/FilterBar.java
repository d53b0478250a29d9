package org.answerloop.web.reporting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.Comparison;
import org.answerloop.report.model.FilterChoices;
import org.answerloop.report.model.Preset;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.ReportingPeriod;
import org.answerloop.web.filter.FilterChip;
import org.answerloop.web.filter.FilterChip.Choice;
import org.answerloop.web.filter.FilterQuery;

/** The filters of a page in one line. Every choice is an address, so that a view is a bookmark. */
public final class FilterBar {

    private final String page;
    private final FilterQuery query;
    private final ReportFilter filter;
    private final Texts texts;

    /**
     * @param page the page that the choices lead to
     * @param query the parameters that they keep
     * @param filter how the filter is set
     */
    public FilterBar(String page, FilterQuery query, ReportFilter filter, Texts texts) {
        this.page = page;
        this.query = query;
        this.filter = filter;
        this.texts = texts;
    }

    /** The dates: usual periods, beside which the page offers free ones. */
    public FilterChip dates(LocalDate today, DayOfWeek weekStart) {
        List<Choice> choices = Arrays.stream(Preset.values())
                .map(preset -> choice(preset, preset.on(today, weekStart)))
                .toList();
        return new FilterChip("dates", texts.formats().range(filter.from(), lastDate()), choices);
    }

    /** What it is compared with. */
    public FilterChip comparison(Optional<Comparison> comparison) {
        Optional<ComparedWith> chosen = comparison.map(Comparison::kind).map(ComparedWith::of);
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(texts.of("filter.compare.none"), address("compare", null), chosen.isEmpty()));
        for (ComparedWith choice : ComparedWith.values()) {
            choices.add(new Choice(
                    texts.of("filter.compare." + choice.key()),
                    address("compare", choice.key()),
                    chosen.filter(choice::equals).isPresent()));
        }
        String dates = comparison
                .map(Comparison::compared)
                .map(before -> texts.formats().range(before.from(), before.to().minusDays(1)))
                .orElse("");
        return new FilterChip("compare", dates, choices);
    }

    /** Day, week or month. */
    public FilterChip bucket() {
        List<Choice> choices = Arrays.stream(Bucket.values())
                .map(bucket -> new Choice(
                        texts.of(key(bucket)),
                        address("bucket", bucket.name().toLowerCase(Locale.ROOT)),
                        bucket == filter.bucket()))
                .toList();
        return new FilterChip("bucket", texts.of(key(filter.bucket())), choices);
    }

    /** Channel, customer agent and language, each only where there is a choice or one was made. */
    public List<FilterChip> narrowing(FilterChoices choices) {
        Map<String, String> agents = choices.agents().stream()
                .collect(Collectors.toMap(
                        FilterChoices.Agent::id, FilterChoices.Agent::name, (one, other) -> one, TreeMap::new));
        return List.of(
                chip("channel", choices.channels(), filter.channel(), texts.labels()::channel),
                chip("agent", agents.keySet(), filter.agent(), id -> agents.getOrDefault(id, id)),
                chip("language", choices.languages(), filter.language(), texts.labels()::language));
    }

    /** The last date of the period, for the form with free dates. */
    public LocalDate lastDate() {
        return filter.to().minusDays(1);
    }

    private FilterChip chip(String key, Iterable<String> codes, String set, UnaryOperator<String> label) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(texts.of("filter.all." + key), address(key, null), set == null));
        codes.forEach(code -> choices.add(new Choice(label.apply(code), address(key, code), code.equals(set))));
        return new FilterChip(key, set == null ? "" : label.apply(set), choices);
    }

    private Choice choice(Preset preset, ReportingPeriod dates) {
        String address = query.with("period", preset.code())
                .with("from", null)
                .with("until", null)
                .with("bucket", null)
                .on(page);
        boolean current = dates.from().equals(filter.from()) && dates.until().equals(lastDate());
        return new Choice(texts.of("filter.dates." + preset.code()), address, current);
    }

    private String address(String parameter, String value) {
        return query.with(parameter, value).on(page);
    }

    private static String key(Bucket bucket) {
        return "filter.bucket." + bucket.name().toLowerCase(Locale.ROOT);
    }
}

package org.answerloop.web.knowledge;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.answerloop.gap.model.QuestionFilter;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.web.filter.FilterQuery;

/**
 * The address of a topic's page: which topic ({@code id}), the list to lead back to, with its filter and its page ({@code
 * list}), whether the questions are shown that this filter leaves out ({@code whole}), and dismissed ones ({@code dismissed}),
 * and where the page begins ({@code after}).
 */
record TopicPlace(FilterQuery query) {

    private static final String PAGE = "topic.xhtml";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** Of the parameters of a request. */
    static TopicPlace of(Map<String, String> parameters) {
        FilterQuery given = FilterQuery.NONE;
        for (String name : new String[] {"id", "list", "whole", "dismissed", "after"}) {
            given = given.with(name, parameters.get(name));
        }
        return new TopicPlace(given);
    }

    /** Nothing where the address names none. */
    Optional<Long> topic() {
        return Optional.ofNullable(query.given().get("id"))
                .filter(id -> NUMBER.matcher(id).matches())
                .map(Long::valueOf);
    }

    /** The list that the page was opened from. */
    GapsFilter list() {
        return GapsFilter.read(query.given().get("list"));
    }

    String listAddress() {
        return GapsFilter.addressOf(query.given().get("list"));
    }

    /** Whether the filter of that list leaves questions of the topic out, and they are not shown here either. */
    boolean isNarrowed(ZoneId zone) {
        return list().topics(zone).choosesQuestions() && !query.given().containsKey("whole");
    }

    /** Of which questions the figures are. */
    TopicFilter figures(ZoneId zone) {
        return isNarrowed(zone) ? list().topics(zone) : TopicFilter.NONE;
    }

    QuestionFilter questions(ZoneId zone) {
        QuestionFilter.Which which = isWithDismissed() ? QuestionFilter.Which.ALL : QuestionFilter.Which.COUNTED;
        return (isNarrowed(zone) ? list() : GapsFilter.of(Map.of())).questions(which, zone);
    }

    boolean isWithDismissed() {
        return query.given().containsKey("dismissed");
    }

    /** Null for the first page. */
    String after() {
        return query.given().get("after");
    }

    /** Another topic, opened from the same list. */
    String addressOf(long topic) {
        return FilterQuery.NONE
                .with("id", topic)
                .with("list", query.given().get("list"))
                .with("whole", query.given().get("whole"))
                .on(PAGE);
    }

    /** The same page with something that is shown or not, the other way round. */
    String switched(String name) {
        return query.with(name, query.given().containsKey(name) ? null : "shown")
                .with("after", null)
                .on(PAGE);
    }

    /**
     * The ways on from a page of the questions.
     *
     * @param after where it begins; null on the first
     * @param next where the next one does; null on the last
     */
    Paging paging(String after, String next) {
        return new Paging(query, PAGE, after, next);
    }
}

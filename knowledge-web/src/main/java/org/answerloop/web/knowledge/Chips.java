package org.answerloop.web.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.answerloop.web.filter.FilterChip;
import org.answerloop.web.filter.FilterChip.Choice;
import org.answerloop.web.filter.FilterQuery;

/**
 * Makes the filters of a list and the choice between several lists. Every choice is an address, so that a view is a bookmark.
 *
 * @param query what the list is narrowed to
 * @param page the page that shows it
 */
record Chips(FilterQuery query, String page) {

    /**
     * A filter.
     *
     * @param key the parameter of the address
     * @param all what the choice is called that narrows nothing
     * @param codes what the parameter can be set to
     */
    FilterChip chip(String key, String all, Collection<String> codes, UnaryOperator<String> label) {
        String set = query.given().get(key);
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(all, query.with(key, null).on(page), set == null));
        codes.forEach(code ->
                choices.add(new Choice(label.apply(code), query.with(key, code).on(page), code.equals(set))));
        return new FilterChip(key, set == null ? "" : label.apply(set), choices);
    }

    /**
     * The lists of a page, of which one is shown; the first of them where the address names none.
     *
     * @param key the parameter of the address
     */
    <E extends Enum<E>> List<Choice> lists(String key, E shown, Function<E, String> label) {
        return Stream.of(shown.getDeclaringClass().getEnumConstants())
                .map(list -> new Choice(
                        label.apply(list),
                        query.with(key, list.ordinal() == 0 ? null : AddressCode.of(list))
                                .on(page),
                        list == shown))
                .toList();
    }
}

package org.answerloop.web.knowledge;

import org.answerloop.web.filter.FilterQuery;

/**
 * The ways from one page of a list to others.
 *
 * @param query what the list is narrowed to
 * @param page the page that shows it
 * @param after where this page of the list begins; null on the first
 * @param following where the next one does; null on the last
 */
public record Paging(FilterQuery query, String page, String after, String following) {

    /** Whether this is not the first. */
    public boolean begun() {
        return after != null && !after.isBlank();
    }

    /** The address of the first one. */
    public String first() {
        return query.with("after", null).on(page);
    }

    /** The address of the next one; null on the last. */
    public String next() {
        return following == null ? null : query.with("after", following).on(page);
    }
}

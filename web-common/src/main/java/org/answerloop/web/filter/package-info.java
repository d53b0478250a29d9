/**
 * Filters as they stand in the address of a page. Entry points: {@link org.answerloop.web.filter.FilterQuery}, the
 * parameters of an address, and {@link org.answerloop.web.filter.FilterChip}, one filter as the bar shows it. Depends on
 * nothing of ours.
 */
package org.answerloop.web.filter;

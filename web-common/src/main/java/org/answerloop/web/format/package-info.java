/**
 * Numbers, dates, durations and names as a person of the chosen language writes them. Entry points: {@link
 * org.answerloop.web.format.Formats} and {@link org.answerloop.web.format.Labels}, in pages {@code formats} and {@code
 * labels}.
 */
package org.answerloop.web.format;

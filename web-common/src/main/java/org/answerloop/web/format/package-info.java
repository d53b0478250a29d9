/**
 * Gives the pages the formats and labels of a request: {@code formats} and {@code labels}. What they write stands in
 * {@link org.answerloop.wording.Formats} and {@link org.answerloop.wording.Labels}.
 */
package org.answerloop.web.format;

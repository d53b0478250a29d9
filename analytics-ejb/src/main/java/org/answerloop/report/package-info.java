/**
 * The figures: what a metric counts is said once, here, and serves the total, the series and the list of conversations
 * alike. Entry point: {@link org.answerloop.report.application.Reports}. Reads conversations, and writes nothing.
 */
package org.answerloop.report;

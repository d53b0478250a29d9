/**
 * The figures: what a metric counts is said once, here, and serves the total, the series and the list of conversations
 * alike. Entry points: {@link org.answerloop.report.application.Reports} for people and {@link
 * org.answerloop.report.application.Figures} for programs. Reads conversations, and writes what it has counted of them.
 */
package org.answerloop.report;

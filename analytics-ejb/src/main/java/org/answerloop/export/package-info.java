/**
 * Files that people take along: reports with what they mean, and the conversations behind a figure. Entry points: {@link
 * org.answerloop.export.application.ReportExports} and {@link org.answerloop.export.application.ListExports}. Asks the
 * reports for every number, so that a file says what the page says.
 */
package org.answerloop.export;

/**
 * The pages of the reports: the reports themselves, the conversations behind a figure, and one conversation. Entry points
 * are the beans named after the pages; they ask the application services and hold what the page shows. Depends on the
 * business packages; nothing depends on it.
 */
package org.answerloop.web.reporting;

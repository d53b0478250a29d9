/** Answers what the pages, the exports and the API ask: figures, and the conversations behind them. */
package org.answerloop.report.application;

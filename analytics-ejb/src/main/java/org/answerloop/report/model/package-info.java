/**
 * What a report is made of: a {@link org.answerloop.report.model.Metric} names a
 * {@link org.answerloop.report.model.Basis} (what is counted, and when), {@link org.answerloop.report.model.Measure}s
 * (the additive counts and sums) and a {@link org.answerloop.report.model.Formula} (from counts to a figure). Needs no
 * container.
 */
package org.answerloop.report.model;

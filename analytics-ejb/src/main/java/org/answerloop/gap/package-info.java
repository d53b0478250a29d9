/**
 * Knowledge gaps: the questions that the customer agent could not answer. Written by
 * {@link org.answerloop.gap.application.RecordQuestions}, read by
 * {@link org.answerloop.gap.application.UnansweredQuestions}. May use conversation and kernel.
 */
package org.answerloop.gap;

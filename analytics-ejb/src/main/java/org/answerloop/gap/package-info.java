/**
 * Knowledge gaps: the questions that the customer agent could not answer, by what they have in common. Written by
 * {@link org.answerloop.gap.application.RecordQuestions}, grouped behind the scenes, read by
 * {@link org.answerloop.gap.application.Topics} and settled by {@link org.answerloop.gap.application.TopicWorkflow}.
 */
package org.answerloop.gap;

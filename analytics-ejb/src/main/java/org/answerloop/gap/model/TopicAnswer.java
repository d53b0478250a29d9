package org.answerloop.gap.model;

import org.answerloop.answer.model.AnswerState;

/** The short answer that answers a topic. */
public record TopicAnswer(long id, String question, AnswerState state) {}

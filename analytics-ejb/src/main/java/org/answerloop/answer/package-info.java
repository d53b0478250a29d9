/**
 * Short answers: written by editors who hold a seat, published, and read back by the customer agent. Entry points:
 * {@link org.answerloop.answer.application.ShortAnswers} and {@link org.answerloop.answer.application.AnswerSearch}.
 */
package org.answerloop.answer;

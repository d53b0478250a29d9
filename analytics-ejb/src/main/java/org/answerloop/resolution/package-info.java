/**
 * When a conversation counts as resolved, and the timer that decides it once. The rule is {@link
 * org.answerloop.resolution.model.ResolutionPolicy}; the work is {@link
 * org.answerloop.resolution.application.EvaluateDueConversations}. It knows no tables: conversations come to it through
 * {@link org.answerloop.resolution.model.DueConversations}.
 */
package org.answerloop.resolution;

/**
 * Conversations: what visitors, the customer agent and teammates said, and what follows from it. Whatever the order in
 * which it is told, and however often, the state is the same. Entry points: {@link
 * org.answerloop.conversation.application.ConversationRecorder} to write and {@link
 * org.answerloop.conversation.application.ConversationReader} to read, for people {@link
 * org.answerloop.conversation.application.Conversations}.
 */
package org.answerloop.conversation;

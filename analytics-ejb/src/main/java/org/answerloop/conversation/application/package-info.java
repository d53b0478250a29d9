/** Recording events and reading conversations: the transaction is the caller's. */
package org.answerloop.conversation.application;

/** The conversation, the events that change it, and the state that is derived from them. */
package org.answerloop.conversation.model;

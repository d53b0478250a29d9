/** Tables and columns: the queries, and the values that are kept as JSON. */
package org.answerloop.conversation.infrastructure;

/** The index that the customer agent's questions are looked up in. */
package org.answerloop.answer.infrastructure;

/** Starts the loading when the server has started. */
package org.answerloop.sample.infrastructure;

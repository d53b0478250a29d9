/** The model that this server has loaded, or why it has none. */
package org.answerloop.embedding.application;

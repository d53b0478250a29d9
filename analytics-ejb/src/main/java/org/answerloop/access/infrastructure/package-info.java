/** The key from the configuration, put among the others when the server starts. */
package org.answerloop.access.infrastructure;

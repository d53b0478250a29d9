/** The key from the configuration, put among the others at the start, and what has to be done about sign-ins from time to time. */
package org.answerloop.access.infrastructure;

/**
 * What programs talk to: events in, conversations out. Turns HTTP into calls of the business and its refusals into
 * problems (RFC 9457); holds no rule of its own.
 */
package org.answerloop.api;

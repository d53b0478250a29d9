/** Connections, signatures, and the mapping of each platform's payloads; all of it without a container. */
package org.answerloop.connection.model;

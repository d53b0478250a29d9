/** What an event is on the wire, what becomes of it, and what can be wrong with it. Needs no container. */
package org.answerloop.event.model;

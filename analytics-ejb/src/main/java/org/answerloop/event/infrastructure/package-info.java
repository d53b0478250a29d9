/** What wakes the work on stored events. */
package org.answerloop.event.infrastructure;

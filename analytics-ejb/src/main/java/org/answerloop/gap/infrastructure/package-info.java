/** The timer that wakes the grouping of questions. */
package org.answerloop.gap.infrastructure;

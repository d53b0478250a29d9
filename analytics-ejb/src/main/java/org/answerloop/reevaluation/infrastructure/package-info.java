/** What wakes the re-evaluation. */
package org.answerloop.reevaluation.infrastructure;

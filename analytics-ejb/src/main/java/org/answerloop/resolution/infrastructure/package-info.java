/** What wakes the evaluation. */
package org.answerloop.resolution.infrastructure;

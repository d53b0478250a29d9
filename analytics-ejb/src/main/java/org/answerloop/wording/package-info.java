/**
 * Numbers, dates, durations and names as a person of the chosen language writes them, on a page as in a file that is taken
 * along. Entry points: {@link org.answerloop.wording.Formats} and {@link org.answerloop.wording.Labels}.
 */
package org.answerloop.wording;

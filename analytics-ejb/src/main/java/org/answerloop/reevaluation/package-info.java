/**
 * Judges conversations once more when an administrator says so, with all that is known by now; the verdicts before stay on
 * record. Entry point: {@link org.answerloop.reevaluation.application.Reevaluations}.
 */
package org.answerloop.reevaluation;

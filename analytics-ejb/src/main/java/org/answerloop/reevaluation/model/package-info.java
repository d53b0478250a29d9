/** What was ordered, and what cannot be. */
package org.answerloop.reevaluation.model;

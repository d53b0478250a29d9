/** The evaluation of everything that is due: short transactions, going on after a failed one. */
package org.answerloop.resolution.application;

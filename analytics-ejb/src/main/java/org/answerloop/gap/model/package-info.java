/** The unanswered question, and what makes two of them the same. */
package org.answerloop.gap.model;

/** A short answer, its wording and its revisions. */
package org.answerloop.answer.model;

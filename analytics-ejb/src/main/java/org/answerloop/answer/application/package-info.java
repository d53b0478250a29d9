/** Writing answers, publishing them, finding them. */
package org.answerloop.answer.application;

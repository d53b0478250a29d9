/**
 * The way in: CloudEvents are read, told apart from duplicates, kept in the inbox and handed to the packages that own
 * what they mean. Entry point: {@link org.answerloop.event.application.EventIntake}.
 */
package org.answerloop.event;

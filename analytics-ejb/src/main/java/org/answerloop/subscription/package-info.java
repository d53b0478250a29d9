/**
 * The page of the reports by e-mail, in the rhythm that a person has chosen. Entry points: {@link
 * org.answerloop.subscription.application.Subscriptions} for people and {@link
 * org.answerloop.subscription.application.SendMails} for the timer. The exports make the file.
 */
package org.answerloop.subscription;

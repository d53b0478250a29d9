/** The timer, the mail server of the company, and what the application server knows of people. */
package org.answerloop.subscription.infrastructure;

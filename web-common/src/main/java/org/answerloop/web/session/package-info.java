/** How many sessions a person may have on a server. Entry point: {@link org.answerloop.web.session.SessionLimit}. */
package org.answerloop.web.session;

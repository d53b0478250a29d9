/**
 * The language and the theme that a person has chosen, kept in two cookies that both web modules read. Entry point:
 * {@link org.answerloop.web.preference.Preferences}.
 */
package org.answerloop.web.preference;

/**
 * Who may: roles of people, keys of programs, and who is signed in. Entry points: {@link
 * org.answerloop.access.application.ApiKeys} for administrators, {@link
 * org.answerloop.access.application.KeyAuthentication} for programs, {@link org.answerloop.access.application.SignIns} for
 * people.
 */
package org.answerloop.access;

/**
 * Who may: roles of people, keys of programs, and who is signed in. Entry points: {@link
 * org.answerloop.access.application.ApiKeys} for administrators, {@link
 * org.answerloop.access.application.KeyAuthentication} for programs, {@link org.answerloop.access.application.SignIns} for
 * people. Depends on the kernel, the settings, the clients and the audit alone.
 */
package org.answerloop.access;

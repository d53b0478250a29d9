/**
 * Who may: roles of people, keys of programs. Entry points: {@link org.answerloop.access.application.ApiKeys} for
 * administrators, {@link org.answerloop.access.application.KeyAuthentication} for programs. Depends on the kernel, the settings and the audit alone.
 */
package org.answerloop.access;

/**
 * Who may: roles of people, keys of programs. Entry point: {@link org.answerloop.access.application.ApiKeys}. Depends on
 * the kernel, the settings and the audit alone.
 */
package org.answerloop.access;

/**
 * Who may: roles of people, keys of programs. Entry point: {@link org.answerloop.access.application.ApiKeys}. Depends on
 * the kernel and the settings alone.
 */
package org.answerloop.access;

/**
 * Who did what, when, and what was there before and after; written to and never changed. Entry point: {@link
 * org.answerloop.audit.application.AuditTrail}.
 */
package org.answerloop.audit;

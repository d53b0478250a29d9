/** Roles, and keys with what they open. */
package org.answerloop.access.model;

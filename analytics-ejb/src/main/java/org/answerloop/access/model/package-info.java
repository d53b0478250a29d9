/** Roles, keys with what they open, and how often passwords may be tried. */
package org.answerloop.access.model;

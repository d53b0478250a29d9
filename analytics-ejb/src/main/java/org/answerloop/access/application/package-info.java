/** Giving and checking rights. */
package org.answerloop.access.application;

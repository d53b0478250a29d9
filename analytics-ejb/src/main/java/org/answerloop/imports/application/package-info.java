/** Sends what a file says to the intake of events and counts what became of it. */
package org.answerloop.imports.application;

/** Keeps files that come in, works them off chunk by chunk, and says how far each of them is. */
package org.answerloop.imports.application;

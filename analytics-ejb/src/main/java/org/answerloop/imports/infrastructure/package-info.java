/** Wakes the imports. */
package org.answerloop.imports.infrastructure;

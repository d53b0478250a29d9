/** Wakes the exports. */
package org.answerloop.export.infrastructure;

/** The few things every other package may use: time, date ranges, the root of our exceptions. */
package org.answerloop.kernel;

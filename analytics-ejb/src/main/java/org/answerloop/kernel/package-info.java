/** The few things every other package may use: time, date ranges, the root of our exceptions. Imports nothing of ours. */
package org.answerloop.kernel;

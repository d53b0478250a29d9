/** The server that the tests of {@code inside} run in, and the EAR that is deployed there: what happens on this side of it. */
package org.answerloop.system.container;

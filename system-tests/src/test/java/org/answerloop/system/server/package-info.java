/** Servers for the tests: made of what the build has packaged, started, waited for, stopped. */
package org.answerloop.system.server;

/** What holds for the sources and the classes of all modules together, without a server. */
package org.answerloop.system.whole;

/** How long work behind the scenes makes room for those who wait for an answer. It imports nothing of ours. */
package org.answerloop.pace;

/** How long work behind the scenes makes room for those who wait for an answer. */
package org.answerloop.pace;

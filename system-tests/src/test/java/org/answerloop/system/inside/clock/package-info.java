/** What the tests put into the EAR: a clock that can be moved, and a setting where one is to be otherwise. */
package org.answerloop.system.inside.clock;

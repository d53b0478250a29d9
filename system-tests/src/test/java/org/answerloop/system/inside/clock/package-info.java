/** The one thing that the tests put into the EAR: a clock that can be moved. */
package org.answerloop.system.inside.clock;

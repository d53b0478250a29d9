/** Recording questions and reading them as gaps. */
package org.answerloop.gap.application;

/** Takes events in: the transactions and the order of the steps. */
package org.answerloop.event.application;

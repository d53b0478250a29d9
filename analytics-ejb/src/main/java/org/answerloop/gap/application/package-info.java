/** Recording questions, grouping them, reading topics and deciding about them. */
package org.answerloop.gap.application;

/**
 * How fast events come in and verdicts are given, beside what the database itself can do with the same rows. Every
 * comparison is made in one run, on one machine, so its ratio means something where the figures alone do not.
 */
package org.answerloop.benchmark;

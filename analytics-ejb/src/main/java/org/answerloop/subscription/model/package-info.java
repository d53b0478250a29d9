/** Who gets which page when, and what became of each mail. */
package org.answerloop.subscription.model;

/** A kept view and its bounds. Needs no container. */
package org.answerloop.view.model;

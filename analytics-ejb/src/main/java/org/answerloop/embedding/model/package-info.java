/** The port that turns a text into a vector, and how a text is cut into the pieces that a model knows. */
package org.answerloop.embedding.model;

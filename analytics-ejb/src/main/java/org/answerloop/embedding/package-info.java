/**
 * What a text means, as a vector: texts that mean nearly the same have vectors that point nearly the same way. Entry point:
 * {@link org.answerloop.embedding.model.Embedder}.
 */
package org.answerloop.embedding;

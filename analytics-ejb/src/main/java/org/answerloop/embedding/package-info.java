/**
 * What a text means, as a vector: texts that mean nearly the same have vectors that point nearly the same way. Entry point:
 * {@link org.answerloop.embedding.model.Embedder}. Whoever compares texts may depend on it; it depends on nothing of ours.
 */
package org.answerloop.embedding;

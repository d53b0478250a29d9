/**
 * History from elsewhere: files of conversations are read and sent in as events, by the same way as everything else, so
 * that an imported conversation is judged like one that was there live.
 *
 * <p>Entry points: {@link org.answerloop.imports.application.ImportTranscripts}, and without a container
 * {@link org.answerloop.imports.model.OpenAiTranscripts}. May depend on {@code event} and {@code kernel}.
 */
package org.answerloop.imports;

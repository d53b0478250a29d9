/**
 * History from elsewhere: files of events, tables and transcripts are kept, read and sent in as events, by the same way
 * as everything else, so that an imported conversation is judged like one that was there live.
 *
 * <p>Entry points: {@link org.answerloop.imports.application.Imports} for programs, {@link
 * org.answerloop.imports.application.ImportAdministration} for people, and without a container {@link
 * org.answerloop.imports.model.ImportFormat}.
 */
package org.answerloop.imports;

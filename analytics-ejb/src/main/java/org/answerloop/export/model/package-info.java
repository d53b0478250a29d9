/**
 * What people take along: a {@link org.answerloop.export.model.Handout} of reports or the rows of a list, made of {@link
 * org.answerloop.export.model.Cell}s that know what they are, and written as CSV, XLSX or PDF. Needs no container.
 */
package org.answerloop.export.model;

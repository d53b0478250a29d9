/** Fills an empty database of a development server with sample data, once. */
package org.answerloop.sample.application;

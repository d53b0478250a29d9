/**
 * Sample data for trying Answerloop out: the conversations of an invented ferry company, told anew for every reference
 * instant and sent in by the same way as real events. Development mode only.
 *
 * <p>Entry points: {@link org.answerloop.sample.model.SampleHistory} tells the events,
 * {@link org.answerloop.sample.application.SampleDataLoader} sends them.
 */
package org.answerloop.sample;

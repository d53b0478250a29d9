/** What happens at the ferry company: arrivals, casts and stories, drawn from a seed. Needs no container. */
package org.answerloop.sample.model;

/**
 * The pages of the knowledge gaps, of the API keys and of the events: a bean for each page, which asks a service of the
 * business and holds its answer. Depends on web-common and on the packages gap, access and event.
 */
package org.answerloop.web.knowledge;

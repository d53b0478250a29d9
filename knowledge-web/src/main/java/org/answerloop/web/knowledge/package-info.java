/**
 * The pages of the knowledge gaps, the API keys, the events, the imports and the connections: a bean for each page,
 * which asks a service of the business and holds its answer. Depends on web-common and on the packages gap, access,
 * event, imports and connection.
 */
package org.answerloop.web.knowledge;

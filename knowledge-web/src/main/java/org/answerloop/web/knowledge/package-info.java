/**
 * The pages of the knowledge gaps and of the API keys: a bean for each page, which asks a service of the business and
 * holds its answer. Depends on web-common and on the packages gap and access.
 */
package org.answerloop.web.knowledge;

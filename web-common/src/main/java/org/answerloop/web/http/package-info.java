/**
 * What every answer of the web modules carries, whatever page it is. Entry point: the filter {@link
 * org.answerloop.web.http.ResponseHeaders}. Depends on the Servlet and Faces APIs and
 * on PrimeFaces.
 */
package org.answerloop.web.http;

/**
 * What both web modules share: the template and its assets (under {@code META-INF/resources}), the tags (under {@code
 * META-INF/tags}), sign-in, preferences, formats and charts. May depend on the business modules' values; nothing of the
 * business depends on it.
 */
package org.answerloop.web;

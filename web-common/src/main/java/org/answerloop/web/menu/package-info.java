/**
 * The left menu. Entry point: {@link org.answerloop.web.menu.Menu}.
 */
package org.answerloop.web.menu;

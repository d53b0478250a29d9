/**
 * Views of the reports that people keep under a name. Entry point: {@link org.answerloop.view.application.SavedViews}. What
 * a view shows is the address of a page, about which nothing is known here.
 */
package org.answerloop.view;

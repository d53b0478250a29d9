/**
 * The front door at the root address. Entry point: {@link org.answerloop.web.home.FrontDoor}. Depends on the Servlet API
 * alone and on nothing of ours.
 */
package org.answerloop.web.home;

/**
 * The front door at the root address. Entry point: {@link org.answerloop.web.home.FrontDoor}. Depends on the Servlet API and
 * of ours on the package of the clients alone.
 */
package org.answerloop.web.home;

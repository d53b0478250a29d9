/**
 * Who sends a request, and whether it is private on its way, where proxies may stand between; and how much of the server
 * one of them may take up. Entry points: {@link org.answerloop.client.TrustedProxies}, which the settings hold, and {@link
 * org.answerloop.client.Places}.
 */
package org.answerloop.client;

/**
 * Who sends a request, and whether it is private on its way, where proxies may stand between. Entry point: {@link
 * org.answerloop.client.TrustedProxies}, which the settings hold. It imports nothing of ours.
 */
package org.answerloop.client;

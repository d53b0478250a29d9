/**
 * What stands in the server's own sign-in, before it looks at a password. Entry point: {@link
 * org.answerloop.server.PasswordLoginGuard}, which {@code server.xml} names. It imports nothing of ours.
 */
package org.answerloop.server;

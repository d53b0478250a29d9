/**
 * Signing in and out, and whether a sign-in still stands. Entry points: {@link org.answerloop.web.signin.SignInServlet} and
 * {@link org.answerloop.web.signin.SignInGate}. The server checks passwords and says who somebody is; how often passwords
 * may be tried, and for how long a sign-in stands, is decided by {@code org.answerloop.access}.
 */
package org.answerloop.web.signin;

package org.answerloop.server;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;

/**
 * Refuses the passwords of form logins ({@code j_security_check}) before anybody looks at them. Open Liberty takes them in
 * every web module that it has, its own for health and metrics too, where no filter of the application stands and nobody who
 * guesses is slowed down. The application signs people in itself.
 */
public class FormLoginGuard implements LoginModule {

    private static final String REQUEST = "com.ibm.wsspi.security.auth.callback.WSServletRequestCallback";

    /** Where the Servlet specification has forms sent to. */
    private static final String FORM_LOGIN = "j_security_check";

    private CallbackHandler handler;

    @Override
    public void initialize(
            Subject subject, CallbackHandler callbacks, Map<String, ?> sharedState, Map<String, ?> options) {
        handler = callbacks;
    }

    /** @return whether this module has signed somebody in, which it never does */
    @Override
    public boolean login() throws LoginException {
        Object request = request();
        if (request != null && address(request).contains(FORM_LOGIN)) {
            throw new FailedLoginException("Form logins are closed; people sign in on the page of the application.");
        }
        return false;
    }

    @Override
    public boolean commit() {
        return false;
    }

    @Override
    public boolean abort() {
        return false;
    }

    @Override
    public boolean logout() {
        return false;
    }

    /** Who tries passwords without a request, such as a remote client, is none of this module's business: null. */
    private Object request() throws LoginException {
        try {
            Callback callback = (Callback)
                    Class.forName(REQUEST).getConstructor(String.class).newInstance("request");
            handler.handle(new Callback[] {callback});
            return callback.getClass().getMethod("getHttpServletRequest").invoke(callback);
        } catch (ReflectiveOperationException | UnsupportedCallbackException | IOException e) {
            throw failure(e);
        }
    }

    /** Decoded, as the server understands it. Servers of Jakarta EE 10 and 11 have the same method. */
    private static String address(Object request) throws LoginException {
        try {
            Object address = request.getClass().getMethod("getRequestURI").invoke(request);
            return URLDecoder.decode(String.valueOf(address), StandardCharsets.UTF_8);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw failure(e);
        }
    }

    private static LoginException failure(Exception cause) {
        LoginException failure = new LoginException("The server does not say which request a password came with");
        failure.initCause(cause);
        return failure;
    }
}

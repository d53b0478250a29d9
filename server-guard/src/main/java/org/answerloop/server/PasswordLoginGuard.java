package org.answerloop.server;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;

/**
 * Refuses every password that was not sent to the sign-in page of the application, before anybody looks at it. Open Liberty
 * takes passwords from forms ({@code j_security_check}) and from the header of HTTP Basic in every web module that names no
 * way to sign in, its own for health and metrics too, where no filter of the application stands and nobody who guesses is
 * slowed down.
 */
public class PasswordLoginGuard implements LoginModule {

    /** The option that names the paths that take passwords, with blanks between them. */
    private static final String ADDRESSES = "addresses";

    private static final String REQUEST = "com.ibm.wsspi.security.auth.callback.WSServletRequestCallback";

    private CallbackHandler handler;
    private List<String> addresses = List.of();

    @Override
    public void initialize(
            Subject subject, CallbackHandler callbacks, Map<String, ?> sharedState, Map<String, ?> options) {
        handler = callbacks;
        Object named = options.get(ADDRESSES);
        addresses = named == null ? List.of() : List.of(named.toString().strip().split("\\s+"));
    }

    /** @return whether this module has signed somebody in, which it never does */
    @Override
    public boolean login() throws LoginException {
        if (bringsPassword() && address().filter(addresses::contains).isEmpty()) {
            throw new FailedLoginException("Passwords are taken on the sign-in page of the application alone.");
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

    /** Others show a token that the server has given them, or that a provider vouches for. */
    private boolean bringsPassword() throws LoginException {
        PasswordCallback callback = new PasswordCallback("password", false);
        ask(callback);
        boolean brought = callback.getPassword() != null;
        callback.clearPassword();
        return brought;
    }

    /** As it was sent, so that no other spelling of an address is one; nothing where a password comes without a request. */
    private Optional<String> address() throws LoginException {
        try {
            Callback callback = (Callback)
                    Class.forName(REQUEST).getConstructor(String.class).newInstance("request");
            ask(callback);
            Object request =
                    callback.getClass().getMethod("getHttpServletRequest").invoke(callback);
            // Servers of Jakarta EE 10 and 11 have the same method.
            return request == null
                    ? Optional.empty()
                    : Optional.of((String)
                            request.getClass().getMethod("getRequestURI").invoke(request));
        } catch (ReflectiveOperationException e) {
            throw failure(e);
        }
    }

    private void ask(Callback callback) throws LoginException {
        try {
            handler.handle(new Callback[] {callback});
        } catch (UnsupportedCallbackException | IOException e) {
            throw failure(e);
        }
    }

    private static LoginException failure(Exception cause) {
        LoginException failure = new LoginException("The server does not say which request a password came with");
        failure.initCause(cause);
        return failure;
    }
}

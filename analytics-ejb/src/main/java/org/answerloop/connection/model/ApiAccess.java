package org.answerloop.connection.model;

import java.util.regex.Pattern;

/**
 * How a platform's own interface is reached.
 *
 * @param base without a slash at its end
 * @param token in the clear: on its way to the platform
 */
public record ApiAccess(String base, String token) {

    /** Characters of either. */
    public static final int LONGEST = 500;

    /** A token goes over the network in the clear to nobody but this machine. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(https://[A-Za-z0-9.-]+|http://(localhost|127\\.0\\.0\\.1))(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?");

    /** Beside what leads out of the path that was given. */
    private static final Pattern STEP = Pattern.compile("/\\.{1,2}(?:/|$)");

    private static final Pattern WORD = Pattern.compile("[\\x21-\\x7e]+");

    /** @throws UnusableConnectionException where it is no address of https, or no token */
    public static ApiAccess given(String base, String token) {
        String address = withoutSlash(base == null ? "" : base.strip());
        String word = token == null ? "" : token.strip();
        boolean isUsable = address.length() <= LONGEST
                && word.length() <= LONGEST
                && ADDRESS.matcher(address).matches()
                && !STEP.matcher(address).find()
                && WORD.matcher(word).matches();
        if (!isUsable) {
            throw new UnusableConnectionException(UnusableConnectionException.Reason.API);
        }
        return new ApiAccess(address, word);
    }

    private static String withoutSlash(String address) {
        int end = address.length();
        while (end > 0 && address.charAt(end - 1) == '/') {
            end--;
        }
        return address.substring(0, end);
    }

    /** Not the token: records are printed easily. */
    @Override
    public String toString() {
        return base;
    }
}

package org.answerloop.web.signin;

import java.lang.reflect.Proxy;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SignInCookieTest {

    @ParameterizedTest
    @ValueSource(strings = {"AnswerloopSession", "answerloopsession", "ANSWERLOOPSESSION"})
    void whoever_shows_the_servers_cookie_has_been_here_before_in_whatever_case_its_name_is(String name) {
        assertThat(SignInCookie.bringsNothing(requestWith(false, new Cookie(name, "token"))))
                .isFalse();
    }

    @Test
    void whoever_shows_a_session_has_been_here_before() {
        assertThat(SignInCookie.bringsNothing(requestWith(true))).isFalse();
    }

    @Test
    void whoever_shows_neither_brings_nothing() {
        assertThat(SignInCookie.bringsNothing(requestWith(false))).isTrue();
        assertThat(SignInCookie.bringsNothing(requestWith(false, new Cookie("theme", "dark"))))
                .isTrue();
    }

    private static HttpServletRequest requestWith(boolean session, Cookie... cookies) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                SignInCookieTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getCookies" -> cookies;
                    case "isRequestedSessionIdValid" -> session;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}

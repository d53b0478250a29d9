package org.answerloop.kernel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SafeAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://desk.example/t/1?a=b#c", "https://desk.example:8443/", "HTTPS://desk.example/t/1"})
    void anAddressOfTheSchemeHttpsCanBeFollowed(String address) {
        assertThat(SafeAddress.of(address)).contains(address);
    }

    @Test
    void lettersOutsideAsciiAreEncoded() {
        assertThat(SafeAddress.of("https://desk.example/é")).contains("https://desk.example/%C3%A9");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "http://desk.example/t/1",
                "javascript:alert(1)",
                "https:alert(1)",
                "https://desk.example@elsewhere.example/",
                "https://user:word@desk.example/",
                "https:///t/1",
                "https://desk.example/a b",
                "https://desk.example\\@elsewhere.example/",
                " https://desk.example/",
                "//desk.example",
                ""
            })
    void noOtherAddressIs(String address) {
        assertThat(SafeAddress.of(address)).isEmpty();
    }
}

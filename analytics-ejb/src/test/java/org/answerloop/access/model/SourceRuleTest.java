package org.answerloop.access.model;

import java.util.Collections;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SourceRuleTest {

    @ParameterizedTest
    @CsvSource({
        "/desk, /desk, true",
        "/desk, /desk/paris, false",
        "/desk, /Desk, false",
        "/desk, '/desk ', false",
        "/desk/*, /desk/paris, true",
        "/desk/*, /desk/, true",
        "/desk/*, /desk, false",
        "/desk/*, /desktop, false",
        "/é漢😀*, /é漢😀 ’;=<, true",
        "https://desk.example/*, https://desk.example.org/, false"
    })
    void aLineCoversWhatItNamesOrWhatBeginsSo(String line, String source, boolean covered) {
        assertThat(SourceRule.of("/other", line).covers(source)).isEqualTo(covered);
    }

    @Test
    void withoutALineEverythingIsCovered() {
        assertThat(SourceRule.parse(" \n\n")).isEqualTo(SourceRule.ALL);
        assertThat(SourceRule.parse(null).isUnbound()).isTrue();
        assertThat(SourceRule.ALL.covers("/anything")).isTrue();
    }

    @Test
    void itIsReadAsItIsWritten() {
        SourceRule rule = SourceRule.parse(" /one \r\n/two*\n/one\n");
        assertThat(rule.lines()).containsExactly("/one", "/two*");
        assertThat(SourceRule.parse(rule.text())).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "/a*b", "**", "/a**"})
    void aStarStandsOnlyBehindABeginning(String line) {
        assertThatThrownBy(() -> SourceRule.parse(line)).isInstanceOf(UnusableKeyException.class);
    }

    @Test
    void whatIsTooLongIsRefused() {
        String line = "/" + "x".repeat(255);
        assertThatThrownBy(() -> SourceRule.of(line)).isInstanceOf(UnusableKeyException.class);
        assertThatThrownBy(() -> new SourceRule(Collections.nCopies(51, "/a")))
                .isInstanceOf(UnusableKeyException.class);
        assertThatThrownBy(() -> new SourceRule(Collections.nCopies(40, "/" + "x".repeat(200))))
                .isInstanceOf(UnusableKeyException.class);
    }
}

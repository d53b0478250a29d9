package org.answerloop.web.http;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SentFormTest {

    @Test
    void fieldsAreReadInUtf8InTheirOrderAndAsOftenAsTheyCome() {
        SentForm form = SentForm.parse("name=Comit%C3%A9+mensuel&tag=a&tag=%F0%9F%98%80&empty=&bare&&a%3Db=c%26d=e");

        assertThat(form.fields())
                .containsEntry("name", List.of("Comité mensuel"))
                .containsEntry("tag", List.of("a", "😀"))
                .containsEntry("empty", List.of(""))
                .containsEntry("bare", List.of(""))
                .containsEntry("a=b", List.of("c&d=e"));
    }

    @Test
    void nothingIsAFormWithoutFields() {
        assertThat(SentForm.parse(null).fields()).isEmpty();
        assertThat(SentForm.parse("").fields()).isEmpty();
        assertThat(SentForm.parse("&&").fields()).isEmpty();
    }

    @Test
    void whatIsNotEncodedAsItShouldBeIsRefused() {
        assertThat(refusal("a=%")).isEqualTo(PageRefusal.MALFORMED);
        assertThat(refusal("a=%zz")).isEqualTo(PageRefusal.MALFORMED);
    }

    @Test
    void moreFieldsThanAnyPageHasAreRefused() {
        String most = IntStream.range(0, SentForm.MOST_FIELDS)
                .mapToObj(i -> "f" + i + "=v")
                .collect(Collectors.joining("&"));

        assertThat(SentForm.parse(most).fields()).hasSize(SentForm.MOST_FIELDS);
        assertThat(refusal(most + "&one-more")).isEqualTo(PageRefusal.TOO_MANY_FIELDS);
    }

    private static PageRefusal refusal(String text) {
        return catchThrowableOfType(PageRefusal.Raised.class, () -> SentForm.parse(text))
                .refusal();
    }

    @Test
    void theFieldsOfTheAddressStandBeforeThoseOfTheForm() {
        SentForm both = SentForm.parse("a=1&b=2").with(SentForm.parse("a=3&c=4"));

        assertThat(both.fields())
                .containsEntry("a", List.of("1", "3"))
                .containsEntry("b", List.of("2"))
                .containsEntry("c", List.of("4"));
    }
}

package org.answerloop.connection.model;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PlainTextTest {

    private static final int MIB = 1_048_576;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Where is <b>my</b> parcel?<br>It&#39;s late &amp; lost.</p> | Where is my parcel?\\nIt's late & lost.",
                "<ul><li>one</li><li>two</li></ul><p>three</p> | one\\ntwo\\nthree",
                "<a href=\"https://e.example\">here</a> | here (https://e.example)",
                "<a href=\"https://e.example\">https://e.example</a> | https://e.example",
                "<a href='https://e.example/a?b=1&amp;c=2'>this</a>! | this (https://e.example/a?b=1&c=2)!",
                "a&nbsp;&nbsp;  b | a b",
                "5 &lt; 6 &eacute; &#128512; &nosuch; | 5 < 6 é 😀 &nosuch;",
                "<script>alert(1)</script>seen<style>p {}</style> | seen",
                "no <b>end | no end",
                "<p>one<p>two<BR>three</P><A HREF=https://e.example>four</A> | one\\ntwo\\nthree\\nfour (https://e.example)",
                "<!DOCTYPE html><!-- unseen --><title>unseen</title><img src=x>seen | seen",
                "plain é ß 漢 😀 ’ ; = | plain é ß 漢 😀 ’ ; ="
            })
    void a_message_reads_as_it_is_seen(String html, String seen) {
        assertThat(PlainText.of(html)).isEqualTo(seen.replace("\\n", "\n"));
    }

    @Test
    void the_delivery_that_held_a_worker_for_minutes_is_read_at_once() {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> PlainText.of("<a href=\"x".repeat(1_500)));
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                arguments("links without an end", "<a href=\"x"),
                arguments("links that are never closed", "<a href=\"https://e.example\">x"),
                arguments("elements in elements", "<div>"),
                arguments("formatting in formatting", "<b><i><u>"),
                arguments("formatting across paragraphs", "<b><p>"),
                arguments("tables in tables", "<table><tr><td>"),
                arguments("text in tables", "<table>x"),
                arguments("ends without a beginning", "</p></b></a>"),
                arguments("attributes", "<p a=1 b=2 c=3 d=4 e=5"),
                arguments("entities without an end", "&amp"),
                arguments("blanks", " "),
                arguments("blanks and line breaks", " \n\t"),
                arguments("comments without an end", "<!--"),
                arguments("less-than signs", "<"),
                arguments("selections", "<select><option>"),
                arguments("lists", "<ul><li>"));
    }

    /** On a busy machine 1 MiB takes up to 2 s; what grew with the square took minutes. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void a_mebibyte_of_whatever_somebody_sends_is_read_in_bounded_time(String what, String part) {
        String html = part.repeat(MIB / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> PlainText.of(html));
    }
}

package org.answerloop.embedding.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The numbers are those that the reference tokenizer gives with the same vocabulary. */
class WordPiecesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Here is the sentence I want embeddings for. | 101 2182 2003 1996 6251 1045 2215 7861 8270 4667 2015 2005 1012 102
            Can't I take my e-bike on the 10:30 ferry?! | 101 2064 1005 1056 1045 2202 2026 1041 1011 7997 2006 1996 2184 1024 2382 7115 1029 999 102
            Où est mon billet ? Ça coûte 10 €… | 101 15068 9765 12256 3021 3388 1029 6187 2522 10421 2184 1574 1529 102
            チケットを変更できますか？ | 101 1710 30229 30237 30240 30216 100 100 1665 30178 30203 30184 30177 1994 102
            İstanbul Straße ΣΟΦΟΣ | 101 9960 2358 27807 1173 29730 29736 29730 29733 102
            $100 + 5% = x^2 <b>ok</b> | 101 1002 2531 1009 1019 1003 1027 1060 1034 1016 1026 1038 1028 7929 1026 1013 1038 1028 102
            한국어 질문입니다 | 101 1469 30006 30021 29991 30014 30020 29999 30008 1464 30019 30022 29995 30014 30021 29999 30019 30024 29992 30019 29993 30006 102
            """)
    void a_text_is_cut_as_the_model_was_taught(String text, String numbers) throws IOException {
        assertThat(pieces(512).numbers(text))
                .containsExactly(Arrays.stream(numbers.split(" "))
                        .mapToLong(Long::parseLong)
                        .toArray());
    }

    @Test
    void signs_that_nobody_sees_make_no_difference() throws IOException {
        assertThat(pieces(512).numbers("zero\u200bwidth\u0000\u00ad\ttab"))
                .isEqualTo(pieces(512).numbers("zerowidth tab"));
    }

    @Test
    void a_word_that_is_too_long_is_unknown() throws IOException {
        assertThat(pieces(512).numbers("a".repeat(101))).containsExactly(101, 100, 102);
    }

    @Test
    void a_long_text_is_cut_off_and_still_ends() throws IOException {
        assertThat(pieces(6).numbers("one two three four five six")).containsExactly(101, 2028, 2048, 2093, 2176, 102);
    }

    private static WordPieces pieces(int most) throws IOException {
        Map<String, Integer> vocabulary = new HashMap<>();
        try (InputStream tokenizer = WordPiecesTest.class.getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json")) {
            new ObjectMapper()
                    .readTree(tokenizer)
                    .at("/model/vocab")
                    .properties()
                    .forEach(piece ->
                            vocabulary.put(piece.getKey(), piece.getValue().intValue()));
        }
        return new WordPieces(vocabulary, most);
    }
}

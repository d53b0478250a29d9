package org.answerloop.system.whole;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the descriptor of every web module. */
class WebModulesTest {

    static List<Path> descriptors() {
        return Sources.endingWith("WEB-INF/web.xml");
    }

    @Test
    void every_web_module_is_looked_at() {
        assertThat(descriptors()).hasSize(4);
    }

    /** A server that is not told takes what a form sends for ISO 8859-1. */
    @ParameterizedTest
    @MethodSource("descriptors")
    void what_is_sent_is_read_as_utf_8_and_so_is_what_is_answered(Path descriptor) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Sources.text(descriptor))));

        assertThat(only(document, "request-character-encoding")).isEqualTo("UTF-8");
        assertThat(only(document, "response-character-encoding")).isEqualTo("UTF-8");
    }

    private static String only(Document document, String element) {
        NodeList found = document.getElementsByTagName(element);
        assertThat(found.getLength()).as(element).isEqualTo(1);
        return found.item(0).getTextContent().strip();
    }
}

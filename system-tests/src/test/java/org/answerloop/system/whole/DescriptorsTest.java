package org.answerloop.system.whole;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** The deployment descriptors of the web modules: what has to run for every request does. */
class DescriptorsTest {

    private static final String READER = "form-bodies";

    /**
     * Forms go on in an asynchronous dispatch, which passes by a filter that is not mapped to it. A filter that stands before
     * pages for errors alone sees no form.
     */
    @ParameterizedTest
    @ValueSource(strings = {"reporting-web", "knowledge-web"})
    void a_filter_behind_the_reader_of_forms_runs_for_forms_too(String module) throws Exception {
        List<Element> mappings = all(descriptor(module), "filter-mapping");
        List<String> names =
                mappings.stream().map(mapping -> text(mapping, "filter-name")).toList();

        assertThat(names).contains(READER);
        assertThat(mappings.subList(names.indexOf(READER), mappings.size()))
                .filteredOn(mapping -> !dispatchers(mapping).equals(List.of("ERROR")))
                .allSatisfy(mapping -> assertThat(dispatchers(mapping))
                        .as(text(mapping, "filter-name"))
                        .contains("REQUEST", "ASYNC"));
    }

    private static List<String> dispatchers(Element mapping) {
        return all(mapping, "dispatcher").stream().map(Element::getTextContent).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reporting-web", "knowledge-web"})
    void a_filter_in_front_of_the_reader_of_forms_lets_it_work_asynchronously(String module) throws Exception {
        Document descriptor = descriptor(module);
        List<String> names = all(descriptor, "filter-mapping").stream()
                .map(mapping -> text(mapping, "filter-name"))
                .toList();
        List<String> inFront = names.subList(0, names.indexOf(READER) + 1);

        assertThat(all(descriptor, "filter"))
                .filteredOn(filter -> inFront.contains(text(filter, "filter-name")))
                .allSatisfy(filter -> assertThat(text(filter, "async-supported"))
                        .as(text(filter, "filter-name"))
                        .isEqualTo("true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reporting-web", "knowledge-web", "agent-api"})
    void requests_are_counted_for_every_address(String module) throws Exception {
        assertThat(all(descriptor(module), "filter-mapping"))
                .filteredOn(mapping -> text(mapping, "filter-name").equals("client-limit"))
                .singleElement()
                .satisfies(mapping -> assertThat(text(mapping, "url-pattern")).isEqualTo("/*"));
    }

    @Test
    void no_servlet_takes_files_by_itself() throws Exception {
        for (Path descriptor : Sources.endingWith("WEB-INF/web.xml")) {
            assertThat(Sources.text(descriptor)).as(descriptor.toString()).doesNotContain("multipart-config");
        }
    }

    private static Document descriptor(String module) throws Exception {
        Path file =
                Sources.endingWith(module + "/src/main/webapp/WEB-INF/web.xml").get(0);
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> all(Node within, String name) {
        NodeList found = within instanceof Document document
                ? document.getElementsByTagName(name)
                : ((Element) within).getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static String text(Element within, String name) {
        return all(within, name).stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }
}

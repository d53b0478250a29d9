package org.answerloop.system.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** The licences under which a company can ship what others wrote, without giving away what it writes itself. */
final class Licences {

    /** As SPDX names them, and as some who chose one of them write it. */
    private static final Set<String> SHIPPABLE = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-1.0",
            "EPL-2.0",
            "MIT",
            "MIT-0",
            "MPL-2.0",
            "Mozilla Public License Version 2.0");

    /** Of those that let us choose, what we chose. */
    private static final Map<String, String> CHOSEN = Map.of(
            "com.github.librepdf:openpdf", "Mozilla Public License Version 2.0",
            "com.h2database:h2", "MPL-2.0");

    private static final String OURS = "org.answerloop";

    private Licences() {}

    /**
     * @param bom a bill of materials as CycloneDX writes it
     * @return a sentence for each component that cannot be shipped
     */
    static List<String> problems(JsonNode bom) {
        List<String> problems = new ArrayList<>();
        for (JsonNode component : bom.path("components")) {
            String name = component.path("group").asText() + ":"
                    + component.path("name").asText();
            List<String> licences = licences(component);
            boolean isChosen = CHOSEN.containsKey(name) && licences.contains(CHOSEN.get(name));
            boolean isShippable = isChosen || !licences.isEmpty() && SHIPPABLE.containsAll(licences);
            if (!isShippable && !component.path("group").asText().equals(OURS)) {
                problems.add(name + " comes under " + licences
                        + ", which is not known to be shippable: replace it, or decide it in Licences.");
            }
        }
        return problems;
    }

    private static List<String> licences(JsonNode component) {
        List<String> licences = new ArrayList<>();
        for (JsonNode choice : component.path("licenses")) {
            JsonNode licence = choice.path("license");
            licences.add(
                    choice.has("expression")
                            ? choice.path("expression").asText()
                            : licence.path("id").asText(licence.path("name").asText()));
        }
        return licences;
    }
}

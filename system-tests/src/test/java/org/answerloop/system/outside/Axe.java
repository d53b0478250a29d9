package org.answerloop.system.outside;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.microsoft.playwright.Page;

/** Looks at a page as axe-core does: with all of its rules. */
final class Axe {

    private static final String SCRIPT = script();

    private Axe() {}

    /** What stands in the way of somebody who cannot see, or point, or tell colours apart; one line for each place. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        page.evaluate(SCRIPT);
        return (List<String>) page.evaluate("""
                async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.flatMap((violation) =>
                  violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")}: ${node.failureSummary}`))""");
    }

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8) + ";undefined";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

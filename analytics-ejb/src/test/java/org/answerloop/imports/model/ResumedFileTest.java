package org.answerloop.imports.model;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A file that is read on from any of its checkpoints says the same as one that is read in one go. */
class ResumedFileTest {

    private static final String TALK =
            "[{\"role\": \"user\", \"content\": \"Hé “you” \\\\\"}, {\"role\": \"assistant\", \"content\": \"Hi ] } , \\\" {\"}]";

    private static final String CSV = """
            conversation;time;author;text;channel;favourite colour
            a;2026-01-31T09:30:00Z;visitor;"Two
            lines; and ""quotes""\";web;blue
            a;2026-01-31T09:31:00Z;customer_agent;Réponse;;

            b;2026-01-31 09:32;visitor;unquoted "inside";chat;
            ;;;;
            a;1769851980;visitor;back again;;
            a;never;visitor;x;;
            b;2026-01-31T09:33:00+01:00;customer_agent;last without a line break;;""";

    static Stream<ImportFile> files() {
        return Stream.of(
                ImportFile.of(ImportFormat.EVENTS, "\uFEFF{\"id\": 1}\r\n\n  \n{\"id\": \"é\"}\n{\n{\"id\": 3}"),
                ImportFile.csv("\uFEFF" + CSV),
                ImportFile.csv(CSV.replace("\n", "\r\n")),
                ImportFile.csv("sep=;\r\n" + CSV),
                transcripts("[%s, {\"id\": \"x\", \"messages\": %s},\n 7, {\"messages\": %s}]"),
                transcripts("\uFEFF {\"messages\": %s}\n\n%s\nbroken\n{\"traj\": %s}"),
                transcripts("%s\n%s\n[{\"traj\": %s}]"),
                transcripts("[{\"traj\": %s}, {\"traj\": %s}, {\"traj\": %s}, {\"x\": ["));
    }

    private static ImportFile transcripts(String file) {
        return ImportFile.of(
                ImportFormat.OPENAI_CHAT,
                file.formatted(TALK, TALK, TALK),
                "source",
                "desk",
                "firstTime",
                "2026-01-31T09:30:00Z");
    }

    @ParameterizedTest
    @MethodSource("files")
    void anyCheckpointLeadsToTheRestOfTheFile(ImportFile file) {
        List<ImportItem> all = file.items();

        assertThat(all).hasSizeGreaterThan(2);
        for (int i = 0; i < all.size(); i++) {
            List<ImportItem> rest = file.items(all.get(i).next());
            assertThat(ImportFile.said(rest))
                    .as("after item %s", i)
                    .isEqualTo(ImportFile.said(all.subList(i + 1, all.size())));
        }
    }

    @Test
    void theCheckpointAfterTheLastItemIsTheEndOfTheFile() {
        ImportFile file = ImportFile.csv(CSV);
        List<ImportItem> all = file.items();
        assertThat(all.get(all.size() - 1).next().position()).isEqualTo(file.content().length);
    }
}

package org.answerloop.imports.model;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.answerloop.event.model.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventLinesTest {

    @Test
    void aLineIsAnEventAsItIsWrittenAndAnEmptyOneIsNone() {
        List<ImportItem> items = read("\uFEFF{\"a\": \"é\"}\n\r\n  \nnot json\n{}");
        assertThat(items).extracting(ImportItem::line).containsExactly(1L, 4L, 5L);
        assertThat(items)
                .extracting(item -> new String(item.events().get(0).json(), StandardCharsets.UTF_8))
                .containsExactly("{\"a\": \"é\"}", "not json", "{}");
    }

    @Test
    void aLineThatWouldFillTheMemoryIsNamedAndTheOthersAreTaken() {
        List<ImportItem> items = read("{}\n" + "x".repeat(ImportReader.ITEM_BYTES + 1) + "\n{}\n");
        assertThat(items).extracting(ImportItem::readable).containsExactly(true, false, true);
        assertThat(items.get(1).line()).isEqualTo(2);
        assertThat(items.get(1).problems()).extracting(Problem::code).containsExactly("too-large");
    }

    @Test
    void aLineOfThatSizeIsLeftToTheIntake() {
        assertThat(read("x".repeat(ImportReader.ITEM_BYTES)))
                .extracting(ImportItem::readable)
                .containsExactly(true);
    }

    @Test
    void anEmptyFileHoldsNothing() {
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
    }

    @Test
    void aFileInAnotherEncodingIsRefusedAsAWhole() {
        ImportFile file = ImportFile.of(ImportFormat.EVENTS, "").with("\uFEFF{}\n".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(file::items)
                .hasRootCauseMessage("The file is in UTF-16; save it as UTF-8 and send it again.");
    }

    private static List<ImportItem> read(String file) {
        return ImportFile.of(ImportFormat.EVENTS, file).items();
    }
}

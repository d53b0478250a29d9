package org.answerloop.imports.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.answerloop.event.model.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTableTest {

    @Test
    void aLineIsARowAndNothingInItIsAFormula() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportTable table = ReportTable.begin(ReportWords.FOR_PROGRAMS, out);
        table.add(new LineProblem(7, "=HYPERLINK(1)", new Problem("wrong", "/a", "Say \"x\",\nor y.")));
        table.add(new LineProblem(8, null, new Problem("+code", "@pointer", "-1")));
        table.flush();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("line,event,code,pointer,detail\r\n"
                        + "7,\"'=HYPERLINK(1)\",wrong,/a,\"Say \"\"x\"\",\nor y.\"\r\n"
                        + "8,,\"'+code\",\"'@pointer\",\"'-1\"\r\n");
    }

    @Test
    void aPersonIsToldWhatACodeMeansInTheirLanguage() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportWords french = new ReportWords(
                List.of("ligne", "événement", "code", "endroit", "détail", "problème"),
                Optional.of(code -> code + " en français"));
        ReportTable table = ReportTable.begin(french, out);
        table.add(new LineProblem(7, "e-1", new Problem("too-long", "/a", "It is.")));
        table.flush();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFligne,événement,code,endroit,détail,problème\r\n"
                        + "7,e-1,too-long,/a,It is.,too-long en français\r\n");
    }
}

package org.answerloop.imports.model;

import java.io.IOException;
import java.io.StringWriter;

import org.answerloop.event.model.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTableTest {

    @Test
    void aLineIsARowAndNothingInItIsAFormula() throws IOException {
        StringWriter out = new StringWriter();
        ReportTable table = ReportTable.begin(out);
        table.add(new LineProblem(7, "=HYPERLINK(1)", new Problem("wrong", "/a", "Say \"x\",\nor y.")));
        table.add(new LineProblem(8, null, new Problem("+code", "@pointer", "-1")));
        table.flush();
        assertThat(out)
                .hasToString("line,event,code,pointer,detail\r\n"
                        + "7,'=HYPERLINK(1),wrong,/a,\"Say \"\"x\"\",\nor y.\"\r\n"
                        + "8,,'+code,'@pointer,'-1\r\n");
    }
}

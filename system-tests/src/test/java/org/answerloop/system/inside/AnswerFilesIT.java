package org.answerloop.system.inside;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.access.model.NoSeatException;
import org.answerloop.answer.application.AnswerFiles;
import org.answerloop.answer.application.ImportAnswers;
import org.answerloop.answer.application.TakeOverAnswer;
import org.answerloop.answer.model.AnswerLine;
import org.answerloop.answer.model.AnswerState;
import org.answerloop.answer.model.ImportedAnswers;
import org.answerloop.answer.model.ImportedAnswers.FileFault;
import org.answerloop.answer.model.ImportedAnswers.FileFault.Kind;
import org.answerloop.answer.model.ImportedAnswers.RefusedLine;
import org.answerloop.answer.model.UnusableAnswerException.Reason;
import org.answerloop.answer.model.Wording;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Short answers from files and to files. */
@ExtendWith(ArquillianExtension.class)
class AnswerFilesIT {

    @EJB
    private ImportAnswers imports;

    @EJB
    private TakeOverAnswer takeOver;

    @EJB
    private AnswerFiles files;

    @Inject
    private Staff staff;

    @Inject
    private Shelf shelf;

    @Inject
    private HttpServletRequest request;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    private Rows rows;

    @BeforeEach
    void edgarHasASeat() {
        rows = new Rows(database);
        rows.change("delete from audit_entry");
        shelf.clear();
        staff.onlySeatsAreOf("edgar");
    }

    @Test
    void a_file_makes_and_changes_answers_and_changes_nothing_when_it_comes_again() {
        String file = "question;answer;language;state;owner\r\n"
                + "Where is it?;\"Here; or\nthere.\";en;;vera\r\n"
                + "Où est-ce ?;Là.;fr;draft;\r\n"
                + "Old?;Gone.;en;archived;\r\n";

        assertThat(counts(take(file))).isEqualTo("3 created, 0 changed, 0 unchanged, 0 refused");
        assertThat(counts(take("\uFEFF" + file))).isEqualTo("0 created, 0 changed, 3 unchanged, 0 refused");
        assertThat(rows.of(
                        "select concat(question, '|', answer, '|', state, '|', owner) from short_answer order by id"))
                .containsExactly(
                        "Where is it?|Here; or\nthere.|PUBLISHED|vera",
                        "Où est-ce ?|Là.|DRAFT|edgar",
                        "Old?|Gone.|ARCHIVED|edgar");

        String changed =
                file.replace("Là.", "Ici.").replace(";draft;", ";published;").replace(";archived;", ";draft;");
        assertThat(counts(take(changed))).isEqualTo("0 created, 2 changed, 1 unchanged, 0 refused");
        assertThat(rows.of("select concat(answer, '|', state, '|', revision) from short_answer order by id"))
                .containsExactly("Here; or\nthere.|PUBLISHED|1", "Ici.|PUBLISHED|2", "Gone.|DRAFT|1");
        assertThat(rows.of("select after_it from audit_entry where action = 'answer.imported' order by id"))
                .hasSize(3)
                .contains("3 created, 0 changed, 0 unchanged, 0 refused");
        assertThat(rows.count("select count(*) from audit_entry where action = 'answer.created' and who = 'edgar'"))
                .isEqualTo(3);
    }

    @Test
    void a_line_that_cannot_be_used_is_named_and_costs_no_other() {
        String file = "question,answer,language,id,state,owner,review_on\n"
                + "One?,Yes.,en,,,,\n"
                + "\n"
                + ",Yes.,en,,,,\n"
                + "Three?,Yes.,not a language,,,,\n"
                + "Four?,Yes.,en,999999999,,,\n"
                + "Five?,Yes.,en,,,nobody,\n"
                + "Six?,Yes.,en\n"
                + "Seven?,Yes.,en,,,,tomorrow\n"
                + "Eight?,Yes.,en,,,,2027-01-31\n";

        ImportedAnswers done = take(file);

        assertThat(counts(done)).isEqualTo("2 created, 0 changed, 0 unchanged, 6 refused");
        assertThat(done.refused())
                .extracting(RefusedLine::line, RefusedLine::question, RefusedLine::reason)
                .containsExactly(
                        tuple(4L, "", Reason.QUESTION),
                        tuple(5L, "Three?", Reason.LANGUAGE),
                        tuple(6L, "Four?", Reason.UNKNOWN),
                        tuple(7L, "Five?", Reason.OWNER),
                        tuple(8L, "Six?", Reason.CELLS),
                        tuple(9L, "Seven?", Reason.DATE));
        assertThat(rows.of("select question from short_answer order by id")).containsExactly("One?", "Eight?");
        assertThat(rows.count("select count(*) from short_answer_revision")).isEqualTo(2);
    }

    @Test
    void a_file_that_cannot_be_read_says_where_and_why() {
        assertThat(take("").fault()).isEqualTo(new FileFault(Kind.EMPTY, 0));
        assertThat(take("question,answer\nWhy?,So.\n").fault()).isEqualTo(new FileFault(Kind.COLUMNS, 1));
        assertThat(take("question,answer,language\nNever closed?,\"Yes.,en\n").refusals())
                .isEqualTo(1);
        assertThat(take("question,answer,language\nGood?,Yes.,en\n\"Quoted\"?,Yes.,en\n")
                        .fault()
                        .kind())
                .isEqualTo(Kind.QUOTES);
        assertThat(take("question,answer,language\nÉté ?,Oui.,fr\n", StandardCharsets.ISO_8859_1)
                        .fault()
                        .kind())
                .isEqualTo(Kind.ENCODING);
        assertThat(rows.of("select question from short_answer")).containsExactly("Good?");
    }

    @Test
    void what_is_taken_along_is_brought_in_again_as_it_was_and_no_spreadsheet_calculates_with_it() {
        take("question,answer,language,state\n"
                + "=1+1?,\"@SUM(A1), or \"\"no\"\"\",en,draft\n"
                + "''=quoted?,'twas -1,en,archived\n");
        String first = export();

        assertThat(first).contains("'=1+1?", "\"'@SUM(A1), or \"\"no\"\"\"", "''=quoted?");
        assertThat(counts(take(first))).isEqualTo("0 created, 0 changed, 2 unchanged, 0 refused");
        shelf.clear();
        assertThat(counts(take(first.replaceAll("(?m)^[0-9]+,", ","))))
                .isEqualTo("2 created, 0 changed, 0 unchanged, 0 refused");
        assertThat(rows.of("select question from short_answer order by id")).containsExactly("=1+1?", "'=quoted?");
        assertThat(export().replaceAll("(?m)^[0-9]+,", ",")).isEqualTo(first.replaceAll("(?m)^[0-9]+,", ","));
        assertThat(rows.count("select count(*) from audit_entry where action = 'answer.exported'"))
                .isEqualTo(2);
    }

    @Test
    void bringing_in_takes_both_the_role_and_a_seat_and_taking_along_a_role() {
        String file = "question,answer,language\nMine?,Yes.,en\n";
        AnswerLine line = new AnswerLine(null, new Wording("Mine?", "Yes.", "en"), AnswerState.DRAFT, null, null);
        for (String login : new String[] {"ada", "maya", "vera"}) {
            assertThatThrownBy(() -> take(login, file, StandardCharsets.UTF_8)).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> as(login, () -> takeOver.take(line))).isInstanceOf(EJBAccessException.class);
            assertThat(as(login, () -> {
                        ByteArrayOutputStream out = new ByteArrayOutputStream();
                        files.write(out);
                        return out.toString(StandardCharsets.UTF_8);
                    }))
                    .startsWith("\uFEFFid,question");
        }
        staff.takeSeat("edgar");
        assertThatThrownBy(() -> take(file)).isInstanceOf(NoSeatException.class);
        assertThatThrownBy(() -> as("edgar", () -> takeOver.take(line))).isInstanceOf(NoSeatException.class);
        assertThatThrownBy(() -> files.write(new ByteArrayOutputStream())).isInstanceOf(EJBAccessException.class);
        assertThat(rows.count("select count(*) from short_answer")).isZero();
    }

    private String export() {
        return as("vera", () -> {
            files.noteExport();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            files.write(out);
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    private static String counts(ImportedAnswers done) {
        return "%d created, %d changed, %d unchanged, %d refused"
                .formatted(done.created(), done.changed(), done.unchanged(), done.refusals());
    }

    private ImportedAnswers take(String file) {
        return take(file, StandardCharsets.UTF_8);
    }

    private ImportedAnswers take(String file, Charset charset) {
        return take("edgar", file, charset);
    }

    private ImportedAnswers take(String login, String file, Charset charset) {
        return as(login, () -> imports.take(new ByteArrayInputStream(file.getBytes(charset))));
    }

    private <T> T as(String login, Callable<T> work) {
        return DemoUser.does(login, request, work);
    }
}

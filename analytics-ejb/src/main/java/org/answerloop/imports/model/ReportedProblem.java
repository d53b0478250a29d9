package org.answerloop.imports.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

import org.answerloop.event.model.Problem;

/** A line of the report of an import. */
@Entity
@Table(name = "import_problem")
public class ReportedProblem {

    private static final int POINTER = 1024;
    private static final int DETAIL = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_problem_seq")
    @SequenceGenerator(name = "import_problem_seq", sequenceName = "import_problem_seq", allocationSize = 500)
    private Long id;

    @Column(name = "job_id")
    private long jobId;

    private long line;

    @Column(name = "event_id")
    private String eventId;

    private String code;
    private String pointer;
    private String detail;

    protected ReportedProblem() {}

    public ReportedProblem(long jobId, LineProblem found) {
        this.jobId = jobId;
        this.line = found.line();
        this.eventId = found.event();
        this.code = found.problem().code();
        this.pointer = readable(found.problem().pointer(), POINTER);
        this.detail = readable(found.problem().detail(), DETAIL);
    }

    public Long id() {
        return id;
    }

    public LineProblem problem() {
        return new LineProblem(line, eventId, new Problem(code, pointer, detail));
    }

    /** No table holds NUL. */
    private static String readable(String text, int most) {
        return (text.length() <= most ? text : text.substring(0, most)).replace('\0', '\uFFFD');
    }
}

package org.answerloop.report.model;

import org.answerloop.kernel.BusinessException;

/** The filter of a report names a range that no report can be made of. */
public class UnusableFilterException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is wrong with the range. */
    public enum Reason {
        REVERSED_DATES("The last date of the report is before its first."),
        ABSURD_DATES("A report covers dates from 1970 to 9999."),
        TOO_MANY_BUCKETS("The report would have more than " + ReportFilter.MOST_BUCKETS
                + " points; take fewer dates, or weeks or months.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    public UnusableFilterException(Reason reason) {
        super(reason.sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

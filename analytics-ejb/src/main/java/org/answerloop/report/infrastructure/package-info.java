/** Reads the reports from the tables with SQL that H2 and PostgreSQL both take, straight into records. */
package org.answerloop.report.infrastructure;

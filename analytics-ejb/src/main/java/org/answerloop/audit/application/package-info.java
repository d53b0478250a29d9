/** Writing to the record, in the transaction of what it records. */
package org.answerloop.audit.application;

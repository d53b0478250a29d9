/** One entry of the record. */
package org.answerloop.audit.model;

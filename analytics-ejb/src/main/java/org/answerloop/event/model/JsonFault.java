package org.answerloop.event.model;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** What is wrong with a text that should be JSON, as a problem that a person can act on. */
public final class JsonFault {

    public static final String MALFORMED = "malformed-json";

    private JsonFault() {}

    public static Problem of(JsonProcessingException fault) {
        if (fault instanceof StreamConstraintsException) {
            return new Problem(
                    "too-complex",
                    "",
                    "The JSON is nested deeper than " + EventLimits.JSON_DEPTH
                            + " levels, or holds a number of more than " + EventLimits.NUMBER_LENGTH + " digits.");
        }
        JsonLocation at = fault.getLocation();
        String where = at == null ? "" : ": it breaks in line " + at.getLineNr() + ", column " + at.getColumnNr();
        String twice = String.valueOf(fault.getOriginalMessage()).startsWith("Duplicate field")
                ? ", where a member stands for the second time"
                : "";
        return new Problem(MALFORMED, "", "This is no well-formed JSON in UTF-8" + where + twice + ".");
    }
}

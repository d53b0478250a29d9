package org.answerloop.api;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.answerloop.event.model.EventResult;
import org.answerloop.event.model.Problem;

/** What became of each event, in the order of the events. */
record ResultsBody(List<Result> results) {

    /** The id is null where it could not be read. */
    record Result(
            String id,
            String status,
            @JsonInclude(JsonInclude.Include.NON_NULL) Problem problem) {}

    static ResultsBody of(List<EventResult> results) {
        return new ResultsBody(results.stream()
                .map(result ->
                        new Result(result.id(), result.status().name().toLowerCase(Locale.ROOT), result.problem()))
                .toList());
    }
}

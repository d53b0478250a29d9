package org.answerloop.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.answerloop.imports.application.ImportResult;
import org.answerloop.imports.application.ImportResult.ImportProblem;

/** What became of a file. */
record ImportBody(int conversations, int unreadable, Events events, List<Fault> problems) {

    record Events(long accepted, long duplicate, long rejected) {}

    /** The pointer goes into the event where one is named, and else into the file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(int conversation, String event, String code, String pointer, String detail) {

        static Fault of(ImportProblem found) {
            return new Fault(
                    found.conversation(),
                    found.event(),
                    found.problem().code(),
                    found.problem().pointer(),
                    found.problem().detail());
        }
    }

    static ImportBody of(ImportResult result) {
        return new ImportBody(
                result.conversations(),
                result.unreadable(),
                new Events(result.accepted(), result.duplicates(), result.rejected()),
                result.problems().stream().map(Fault::of).toList());
    }
}

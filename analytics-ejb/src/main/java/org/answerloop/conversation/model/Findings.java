package org.answerloop.conversation.model;

import java.util.List;

import org.answerloop.resolution.model.Finding;

/** The findings of a verdict, kept together with it. */
public record Findings(List<Finding> list) {

    public Findings {
        list = List.copyOf(list);
    }
}

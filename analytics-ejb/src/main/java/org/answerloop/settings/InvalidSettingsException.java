package org.answerloop.settings;

import java.util.List;

import org.answerloop.kernel.BusinessException;

/** The configuration cannot be used; the message names every setting at fault and what it takes instead. */
public class InvalidSettingsException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public InvalidSettingsException(List<String> sentences) {
        super("Answerloop does not start: " + String.join(" ", sentences));
    }
}

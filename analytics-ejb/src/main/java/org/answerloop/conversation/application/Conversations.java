package org.answerloop.conversation.application;

import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.access.model.Role;

/** One conversation as a whole, for people who are signed in and have any role: {@link ConversationReader}. */
@Stateless
@RolesAllowed({Role.MANAGER, Role.EDITOR, Role.ADMINISTRATOR, Role.VIEWER})
public class Conversations {

    @Inject
    private ConversationReader reader;

    /** {@link ConversationReader#find(long, String)} */
    public Optional<ConversationView> find(long id, String after) {
        return reader.find(id, after);
    }
}

package org.answerloop.subscription.application;

import java.util.Optional;

/** What the application server knows of people who are not signed in at the moment. */
public interface PeopleOfTheServer {

    /** Whether the person may take reports along; nothing where the server cannot know. */
    Optional<Boolean> mayTakeReportsAlong(String person);
}

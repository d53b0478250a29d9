package org.answerloop.gap.infrastructure;

import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.answerloop.conversation.application.ConversationChanges;
import org.answerloop.gap.application.TopicCounts;

/** Has the topics counted again that were asked about in conversations which changed. */
@ApplicationScoped
public class TopicsOfConversations implements ConversationChanges {

    private TopicCounts counts;

    /** For the container. */
    protected TopicsOfConversations() {}

    @Inject
    public TopicsOfConversations(TopicCounts counts) {
        this.counts = counts;
    }

    @Override
    public void countOtherwise(Collection<Long> conversations) {
        counts.haveCountedOf(conversations);
    }
}

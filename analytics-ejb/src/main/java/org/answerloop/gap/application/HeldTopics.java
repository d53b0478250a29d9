package org.answerloop.gap.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import org.answerloop.gap.model.Topic;
import org.answerloop.gap.model.TopicRefusedException;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

/** Topics that are about to be changed: locked until the end, so that the second of two editors at once learns of the first. */
@Stateless
@TransactionAttribute(MANDATORY)
public class HeldTopics {

    @PersistenceContext(unitName = "answerloop")
    private EntityManager entityManager;

    /** @throws org.answerloop.gap.model.TopicChangedException where it is another version by now */
    public Topic hold(long id, long version) {
        Topic topic = hold(id);
        topic.requireVersion(version);
        return topic;
    }

    public Topic hold(long id) {
        Topic topic = entityManager.find(Topic.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (topic == null) {
            throw new TopicRefusedException(TopicRefusedException.Reason.UNKNOWN);
        }
        return topic;
    }

    /** In the order of their ids, as everybody does, so that nobody waits for one who waits for him. */
    public List<Topic> hold(Collection<Long> ids) {
        List<Topic> held = new ArrayList<>();
        new TreeSet<>(ids).forEach(id -> held.add(hold(id)));
        return held;
    }

    /** Keeps a new topic at once, before its questions come. */
    public void begin(Topic topic) {
        entityManager.persist(topic);
        entityManager.flush();
    }

    /** Has whoever was merged into one of those be merged into the other topic. */
    public void follow(Collection<Topic> merged, Topic into) {
        entityManager.flush();
        merged.forEach(topic -> entityManager
                .createQuery("update Topic t set t.successorId = :into where t.successorId = :merged")
                .setParameter("into", into.id())
                .setParameter("merged", topic.id())
                .executeUpdate());
    }
}

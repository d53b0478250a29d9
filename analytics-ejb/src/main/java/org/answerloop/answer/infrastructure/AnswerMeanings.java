package org.answerloop.answer.infrastructure;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** What the questions of published answers mean, language by language. For several threads. */
final class AnswerMeanings {

    private final Map<String, NearestMeanings> byLanguage = new HashMap<>();
    private final Map<Long, String> languages = new HashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** @param everyday the mean of what visitors of any company ask */
    void put(long id, String language, float[] meaning, float[] everyday) {
        lock.writeLock().lock();
        try {
            forget(id);
            languages.put(id, language);
            byLanguage
                    .computeIfAbsent(language, name -> new NearestMeanings(everyday))
                    .put(id, meaning);
        } finally {
            lock.writeLock().unlock();
        }
    }

    void remove(Collection<Long> ids) {
        lock.writeLock().lock();
        try {
            ids.forEach(this::forget);
        } finally {
            lock.writeLock().unlock();
        }
    }

    void clear() {
        lock.writeLock().lock();
        try {
            byLanguage.clear();
            languages.clear();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * @param language null for any
     * @return the ids of those that mean nearly the same
     */
    Set<Long> nearest(float[] meaning, String language, int limit) {
        lock.readLock().lock();
        try {
            Set<Long> nearest = new HashSet<>();
            byLanguage.forEach((name, meanings) -> {
                if (language == null || language.equals(name)) {
                    nearest.addAll(meanings.nearest(meaning, limit));
                }
            });
            return nearest;
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * How nearly the questions of these answers mean the same, from 0 to 1: the opposite is no more similar than what has nothing
     * to do with it. Of those of which it is known what they mean.
     */
    Map<Long, Double> similarities(float[] meaning, Collection<Long> ids) {
        lock.readLock().lock();
        try {
            Map<Long, Double> similarities = new HashMap<>();
            byLanguage.values().forEach(meanings -> similarities.putAll(meanings.similarities(meaning, ids)));
            similarities.replaceAll((id, cosine) -> Math.min(1, Math.max(0, cosine)));
            return similarities;
        } finally {
            lock.readLock().unlock();
        }
    }

    private void forget(long id) {
        String language = languages.remove(id);
        if (language != null) {
            byLanguage.get(language).remove(id);
        }
    }
}

package org.answerloop.connection.application;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Lets work go on side by side: one at a time of each connection, and only so many at once. Who finds no place goes away;
 * what is to be done stands in the tables, and a timer looks for it again.
 */
final class Lanes {

    private final Set<Long> wanted = ConcurrentHashMap.newKeySet();
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();
    private final Semaphore places;

    Lanes(int places) {
        this.places = new Semaphore(places);
    }

    /** Sees to it that whatever there is to do for the connection before this call is done, here or by who is at it. */
    void work(long connectionId, Runnable work) {
        wanted.add(connectionId);
        while (wanted.contains(connectionId) && busy.add(connectionId)) {
            try {
                if (!places.tryAcquire()) {
                    return;
                }
                try {
                    wanted.remove(connectionId);
                    work.run();
                } finally {
                    places.release();
                }
            } finally {
                busy.remove(connectionId);
            }
        }
    }
}

package org.answerloop.gap.model;

/** The few of many that are closest: a heap of fixed size whose root is the farthest of those kept. */
final class Closest {

    private final int[] members;
    private final float[] similarities;
    private int size;

    Closest(int most) {
        members = new int[most];
        similarities = new float[most];
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int member(int place) {
        return members[place];
    }

    float similarity(int place) {
        return similarities[place];
    }

    /** What another has to surpass to be kept. */
    float bar() {
        return size < members.length ? Float.NEGATIVE_INFINITY : similarities[0];
    }

    void offer(int member, float similarity) {
        if (size < members.length) {
            rise(size++, member, similarity);
        } else if (similarity > similarities[0]) {
            sink(member, similarity);
        }
    }

    private void rise(int from, int member, float similarity) {
        int place = from;
        while (place > 0 && similarities[(place - 1) / 2] > similarity) {
            put(place, members[(place - 1) / 2], similarities[(place - 1) / 2]);
            place = (place - 1) / 2;
        }
        put(place, member, similarity);
    }

    private void sink(int member, float similarity) {
        int place = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && similarities[child + 1] < similarities[child]) {
                child++;
            }
            if (similarities[child] >= similarity) {
                break;
            }
            put(place, members[child], similarities[child]);
            place = child;
            child = 2 * place + 1;
        }
        put(place, member, similarity);
    }

    private void put(int place, int member, float similarity) {
        members[place] = member;
        similarities[place] = similarity;
    }
}

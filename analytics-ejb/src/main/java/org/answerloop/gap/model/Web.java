package org.answerloop.gap.model;

import java.util.Arrays;

/**
 * How strongly groups of questions hang together: at first each question is a group of its own. Kept as rows of bonds, one
 * after the other, each bond in both of its rows.
 */
final class Web {

    private final int[] begins;
    private final int[] others;
    private final float[] bonds;
    private final double[] sizes;
    private final boolean[] anchored;

    private Web(int[] begins, int[] others, float[] bonds, double[] sizes, boolean[] anchored) {
        this.begins = begins;
        this.others = others;
        this.bonds = bonds;
        this.sizes = sizes;
        this.anchored = anchored;
    }

    /** Two neighbours of which only one is among the other's closest are bound half as strongly. */
    static Web of(Neighbours neighbours, Likeness likeness) {
        int size = neighbours.size();
        int[] ends = new int[size + 1];
        eachBond(neighbours, likeness, (from, to, bond) -> {
            ends[from + 1]++;
            ends[to + 1]++;
        });
        for (int i = 0; i < size; i++) {
            ends[i + 1] += ends[i];
        }
        int[] begins = ends.clone();
        int[] others = new int[ends[size]];
        float[] bonds = new float[ends[size]];
        eachBond(neighbours, likeness, (from, to, bond) -> {
            others[ends[from]] = to;
            bonds[ends[from]++] = bond / 2;
            others[ends[to]] = from;
            bonds[ends[to]++] = bond / 2;
        });
        double[] sizes = new double[size];
        for (int i = 0; i < size; i++) {
            sizes[i] = neighbours.isGone(i) ? 0 : 1;
        }
        return new Web(begins, others, bonds, sizes, new boolean[size]);
    }

    int groups() {
        return sizes.length;
    }

    double size(int group) {
        return sizes[group];
    }

    /** Whether a person placed it: it does not move, others come to it. */
    boolean isAnchored(int group) {
        return anchored[group];
    }

    int begin(int group) {
        return begins[group];
    }

    int end(int group) {
        return begins[group + 1];
    }

    int other(int place) {
        return others[place];
    }

    float bond(int place) {
        return bonds[place];
    }

    /**
     * The web of larger groups.
     *
     * @param joined the larger group of each, counted from 0
     * @param count how many larger groups there are
     * @param anchors whether a larger group is one that a person placed
     */
    Web joined(int[] joined, int count, boolean[] anchors) {
        int[] firstMember = new int[count];
        int[] nextMember = new int[groups()];
        Arrays.fill(firstMember, -1);
        double[] sums = new double[count];
        for (int group = groups() - 1; group >= 0; group--) {
            nextMember[group] = firstMember[joined[group]];
            firstMember[joined[group]] = group;
            sums[joined[group]] += sizes[group];
        }
        Rows rows = new Rows(count, others.length);
        float[] strength = new float[count];
        int[] touched = new int[count];
        for (int larger = 0; larger < count; larger++) {
            int touches = 0;
            for (int group = firstMember[larger]; group >= 0; group = nextMember[group]) {
                for (int place = begins[group]; place < begins[group + 1]; place++) {
                    int to = joined[others[place]];
                    if (to != larger) {
                        if (strength[to] == 0) {
                            touched[touches++] = to;
                        }
                        strength[to] += bonds[place];
                    }
                }
            }
            rows.add(larger, touched, touches, strength);
        }
        return new Web(rows.begins, rows.others(), rows.bonds(), sums, anchors);
    }

    private static void eachBond(Neighbours neighbours, Likeness likeness, Bond each) {
        for (int question = 0; question < neighbours.size(); question++) {
            for (int place = 0; place < neighbours.count(question); place++) {
                int other = neighbours.neighbour(question, place);
                float bond = likeness.bond(neighbours.similarity(question, place));
                if (bond > 0 && !neighbours.isGone(other)) {
                    each.of(question, other, bond);
                }
            }
        }
    }

    @FunctionalInterface
    private interface Bond {
        void of(int from, int to, float bond);
    }

    /** Rows that are written one after the other. */
    private static final class Rows {

        private final int[] begins;
        private final int[] others;
        private final float[] bonds;
        private int size;

        Rows(int count, int most) {
            begins = new int[count + 1];
            others = new int[most];
            bonds = new float[most];
        }

        void add(int row, int[] touched, int touches, float[] strength) {
            for (int i = 0; i < touches; i++) {
                others[size] = touched[i];
                bonds[size++] = strength[touched[i]];
                strength[touched[i]] = 0;
            }
            begins[row + 1] = size;
        }

        int[] others() {
            return Arrays.copyOf(others, size);
        }

        float[] bonds() {
            return Arrays.copyOf(bonds, size);
        }
    }
}

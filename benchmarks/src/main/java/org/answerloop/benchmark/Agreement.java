package org.answerloop.benchmark;

import java.util.HashMap;
import java.util.Map;

/**
 * How well topics agree with the labels that people gave.
 *
 * @param topics how many there are
 * @param vMeasure the harmonic mean of homogeneity and completeness (Rosenberg and Hirschberg 2007)
 * @param adjustedRand of pairs, how many are rightly together or apart, beyond chance (Hubert and Arabie 1985)
 * @param precision B³: the mean share of a question's topic that has its label (Bagga and Baldwin 1998)
 * @param recall B³: the mean share of a question's label that is in its topic
 */
record Agreement(int topics, double vMeasure, double adjustedRand, double precision, double recall) {

    static Agreement of(String[] labels, long[] topics) {
        Map<String, Integer> ofLabel = new HashMap<>();
        Map<Long, Integer> ofTopic = new HashMap<>();
        Map<Map.Entry<String, Long>, Integer> ofBoth = new HashMap<>();
        for (int i = 0; i < labels.length; i++) {
            ofLabel.merge(labels[i], 1, Integer::sum);
            ofTopic.merge(topics[i], 1, Integer::sum);
            ofBoth.merge(Map.entry(labels[i], topics[i]), 1, Integer::sum);
        }
        double all = labels.length;
        double precision = 0;
        double recall = 0;
        double mutual = 0;
        double pairs = 0;
        for (Map.Entry<Map.Entry<String, Long>, Integer> both : ofBoth.entrySet()) {
            double count = both.getValue();
            double label = ofLabel.get(both.getKey().getKey());
            double topic = ofTopic.get(both.getKey().getValue());
            precision += count * count / topic / all;
            recall += count * count / label / all;
            mutual += count / all * Math.log(count * all / (label * topic));
            pairs += count * (count - 1) / 2;
        }
        double entropies = entropy(ofLabel, all) + entropy(ofTopic, all);
        double labelPairs = pairs(ofLabel);
        double topicPairs = pairs(ofTopic);
        double byChance = labelPairs * topicPairs / (all * (all - 1) / 2);
        double most = (labelPairs + topicPairs) / 2;
        return new Agreement(
                ofTopic.size(),
                entropies == 0 ? 1 : 2 * mutual / entropies,
                most == byChance ? 1 : (pairs - byChance) / (most - byChance),
                precision,
                recall);
    }

    double f1() {
        return 2 * precision * recall / (precision + recall);
    }

    private static double entropy(Map<?, Integer> counts, double all) {
        return counts.values().stream()
                .mapToDouble(count -> -count / all * Math.log(count / all))
                .sum();
    }

    private static double pairs(Map<?, Integer> counts) {
        return counts.values().stream()
                .mapToDouble(count -> count * (count - 1.0) / 2)
                .sum();
    }
}

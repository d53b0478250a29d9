package org.answerloop.sample.model;

import java.util.List;

/** One thing that visitors want to know and no help page says, in the words of many of them. */
record Gap(String id, int weight, List<String> en, List<String> fr) {

    List<String> in(Language language) {
        return language.choose(en, fr);
    }
}

package org.answerloop.client;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlacesTest {

    private final Places places = new Places(4, 2);

    @Test
    void aHolderGetsNoMoreThanItsShareAndLeavesTheOthersTheirs() {
        assertThat(places.take("a")).isPresent();
        assertThat(places.take("a")).isPresent();
        assertThat(places.take("a")).isEmpty();
        assertThat(places.take("b")).isPresent();
    }

    @Test
    void whereAllAreTakenNobodyGetsOne() {
        places.take("a");
        places.take("a");
        places.take("b");
        places.take("b");

        assertThat(places.take("c")).isEmpty();
        assertThat(places.take()).isEmpty();
    }

    @Test
    void eachOfSeveralHoldersHasToHaveSomeLeft() {
        places.take("client", "key");
        places.take("another client", "key");

        assertThat(places.take("a third client", "key")).isEmpty();
        assertThat(places.take("client", "another key")).isPresent();
    }

    @Test
    void whatIsGivenBackIsFreeOnceHoweverOftenItIsGivenBack() {
        Optional<Places.Place> first = places.take("a");
        places.take("a");

        first.orElseThrow().close();
        first.orElseThrow().close();

        assertThat(places.take("a")).isPresent();
        assertThat(places.take("a")).isEmpty();
    }

    @Test
    void whoIsRefusedTakesNothing() {
        places.take("a");
        places.take("a");
        places.take("b", "a");

        assertThat(places.take("b")).isPresent();
        assertThat(places.take("b")).isPresent();
    }
}

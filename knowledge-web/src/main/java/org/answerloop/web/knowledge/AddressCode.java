package org.answerloop.web.knowledge;

import java.util.Locale;
import java.util.stream.Stream;

/** Constants as addresses and bundles name them: in lower case. */
final class AddressCode {

    private AddressCode() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The constant of that name.
     *
     * @param code null where the address names none
     * @param otherwise where there is none of that name
     */
    static <E extends Enum<E>> E read(String code, E otherwise) {
        return Stream.of(otherwise.getDeclaringClass().getEnumConstants())
                .filter(constant -> of(constant).equals(code))
                .findFirst()
                .orElse(otherwise);
    }
}

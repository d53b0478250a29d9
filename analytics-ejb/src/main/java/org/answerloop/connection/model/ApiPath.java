package org.answerloop.connection.model;

import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path below the address of a platform's API. Every path is made here, so that an id that came from outside leads nowhere
 * but where its template says.
 */
public final class ApiPath {

    private static final String PLACE = "{}";

    /** What platforms' ids are made of; nothing of it separates anything in an address. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9_.:~-]{0,199}");

    private final String text;

    private ApiPath(String text) {
        this.text = text;
    }

    /**
     * @param template a path that begins with a slash, with {@code {}} for each id
     * @throws UnmappableException where one of the ids is none
     */
    public static ApiPath of(String template, String... ids) throws UnmappableException {
        Iterator<String> left = List.of(ids).iterator();
        StringBuilder path = new StringBuilder();
        int from = 0;
        for (int place = template.indexOf(PLACE); place >= 0; place = template.indexOf(PLACE, from)) {
            path.append(template, from, place).append(checked(left.next()));
            from = place + PLACE.length();
        }
        return new ApiPath(path.append(template, from, template.length()).toString());
    }

    /** Whether the id can stand in an address as it is. */
    static boolean isId(String told) {
        return ID.matcher(told).matches();
    }

    private static String checked(String id) throws UnmappableException {
        if (!isId(id)) {
            throw new UnmappableException("The platform told an id that cannot stand in an address.");
        }
        return id;
    }

    /** As it is appended to the address of the API. */
    @Override
    public String toString() {
        return text;
    }
}

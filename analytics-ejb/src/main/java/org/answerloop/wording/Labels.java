package org.answerloop.wording;

import java.util.Locale;
import java.util.ResourceBundle;

/** Names for codes that sources send: where a code is none of those that we know, it stands for itself. */
public class Labels {

    /** BCP 47 for a language that nobody knows. */
    private static final String UNKNOWN = "und";

    private Locale locale;
    private ResourceBundle words;

    /** For the proxy. */
    protected Labels() {}

    /** Labels in that language. */
    public Labels(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle("org.answerloop.wording.wording", locale);
    }

    /** The name of a channel. */
    public String channel(String code) {
        if (code == null) {
            return Formats.NOTHING;
        }
        String key = "channel." + code.toLowerCase(Locale.ROOT);
        return words.containsKey(key) ? words.getString(key) : code;
    }

    /** The name of a language by its BCP 47 tag, with a capital: French, Français. */
    public String language(String tag) {
        if (tag == null || tag.equals(UNKNOWN)) {
            return Formats.NOTHING;
        }
        Locale named = Locale.forLanguageTag(tag);
        String name = named.getDisplayName(locale);
        return name.isEmpty() ? tag : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}

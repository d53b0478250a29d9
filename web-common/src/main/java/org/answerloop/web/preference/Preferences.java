package org.answerloop.web.preference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.wording.Language;

/** The language and the theme of this request: from the cookies, else from the browser's languages and the system. */
@Named
@RequestScoped
public class Preferences {

    static final String LANGUAGE_COOKIE = "answerloop_language";
    static final String THEME_COOKIE = "answerloop_theme";

    private Language language;
    private Theme theme;

    /** For the proxy. */
    protected Preferences() {}

    /** Reads the cookies of the request. */
    @Inject
    public Preferences(HttpServletRequest request) {
        language = cookie(request, LANGUAGE_COOKIE)
                .flatMap(Language::of)
                .orElseGet(() -> Language.preferred(request.getLocales()));
        theme = cookie(request, THEME_COOKIE).flatMap(Theme::of).orElse(Theme.SYSTEM);
    }

    public Language getLanguage() {
        return language;
    }

    public Locale getLocale() {
        return language.getLocale();
    }

    public Theme getTheme() {
        return theme;
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    public List<Theme> getThemes() {
        return List.of(Theme.values());
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        return Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}

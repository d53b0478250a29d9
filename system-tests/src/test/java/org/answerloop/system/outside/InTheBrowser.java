package org.answerloop.system.outside;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests {@link Screens} of the one browser that is launched for all of them; where a test fails, a picture of each is taken. */
final class InTheBrowser implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(InTheBrowser.class);

    /** Each test has screens of its own. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Screens.class;
    }

    /** The stores close what they hold: the screens after the test, the browser after all tests. */
    @Override
    public Screens resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store ofAll = context.getRoot().getStore(NAMESPACE);
        Chromium chromium = ofAll.computeIfAbsent(Chromium.class, type -> Chromium.launch(), Chromium.class);
        Passes passes = ofAll.computeIfAbsent(Passes.class, type -> new Passes(), Passes.class);
        return context.getStore(NAMESPACE)
                .computeIfAbsent(Screens.class, type -> new Screens(chromium, passes), Screens.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Screens screens = context.getStore(NAMESPACE).get(Screens.class, Screens.class);
        if (screens != null && context.getExecutionException().isPresent()) {
            screens.photograph(context.getRequiredTestClass().getSimpleName() + "-"
                    + context.getRequiredTestMethod().getName());
        }
    }
}

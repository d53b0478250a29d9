package org.answerloop.system.inside;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.server.Installation;
import org.answerloop.system.story.ConversationStory;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR that the build has packaged, with a module for the tests beside its own. */
final class AnswerloopEar {

    private static final String TESTS = "in-container-tests";
    private static final String MODULE =
            "<module><web><web-uri>%s.war</web-uri><context-root>/%s</context-root></web></module>"
                    .formatted(TESTS, TESTS);

    private AnswerloopEar() {}

    static EnterpriseArchive with(Class<?>... tests) {
        return with(testModule(tests));
    }

    static EnterpriseArchive with(WebArchive tests) {
        EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, "answerloop-under-test.ear")
                .merge(ShrinkWrap.createFromZipFile(
                        EnterpriseArchive.class, Installation.ear().toFile()));
        String application = applicationXml(ear).replaceFirst("<module", MODULE + "<module");
        ear.delete("/META-INF/application.xml");
        return ear.setApplicationXML(new StringAsset(application))
                .addAsLibrary(clock())
                .addAsModule(Testable.archiveToTest(tests));
    }

    static WebArchive testModule(Class<?>... tests) {
        return ShrinkWrap.create(WebArchive.class, TESTS + ".war")
                .addClasses(tests)
                .addPackage(ConversationStory.class.getPackage())
                .addAsLibrary(jarOf(Assertions.class))
                .addAsWebInfResource(allBeans(), "beans.xml");
    }

    /** The versions of the schema that the packaged application brings, in their order. */
    static List<String> migrations() {
        return ShrinkWrap.createFromZipFile(
                        EnterpriseArchive.class, Installation.ear().toFile())
                .getAsType(JavaArchive.class, "/analytics-ejb.jar")
                .getContent(Filters.include("/db/migration/V.*"))
                .keySet()
                .stream()
                .map(path -> path.get().replaceFirst(".*/V(.+?)__.*", "$1"))
                .sorted(Comparator.comparing(Integer::valueOf))
                .toList();
    }

    private static JavaArchive clock() {
        return ShrinkWrap.create(JavaArchive.class, "adjustable-clock.jar")
                .addClass(AdjustableClock.class)
                .addAsManifestResource(allBeans(), "beans.xml");
    }

    private static StringAsset allBeans() {
        return new StringAsset("""
                <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="all"/>
                """);
    }

    private static String applicationXml(EnterpriseArchive ear) {
        try (InputStream content =
                ear.get("/META-INF/application.xml").getAsset().openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}

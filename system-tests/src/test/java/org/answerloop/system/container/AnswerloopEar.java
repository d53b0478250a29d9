package org.answerloop.system.container;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.stream.Collectors;

import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.system.inside.clock.Configured;
import org.answerloop.system.server.Enclosed;
import org.answerloop.system.server.Eventually;
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

/** The EAR that the build has packaged, with a module of all the tests beside its own. */
final class AnswerloopEar {

    /** The module of the tests, and the beginning of its addresses. */
    static final String TESTS = "in-container-tests";

    private static final String TESTS_PACKAGE = "org.answerloop.system.inside";
    private static final String MODULE =
            "<module><web><web-uri>%s.war</web-uri><context-root>/%s</context-root></web></module>"
                    .formatted(TESTS, TESTS);

    private AnswerloopEar() {}

    /** @param setting that is otherwise than usual; empty where none is */
    static EnterpriseArchive withTheTests(String setting) {
        EnterpriseArchive packaged = ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class, Installation.ear().toFile());
        EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, "answerloop-under-test.ear")
                .merge(packaged);
        String application = applicationXml(ear).replaceFirst("<module", MODULE + "<module");
        ear.delete("/META-INF/application.xml");
        return ear.setApplicationXML(new StringAsset(application))
                .addAsLibrary(ofTheTests(setting))
                .addAsModule(Testable.archiveToTest(tests(migrations(packaged))));
    }

    private static WebArchive tests(String migrations) {
        WebArchive tests = ShrinkWrap.create(WebArchive.class, TESTS + ".war")
                .addPackage(TESTS_PACKAGE)
                .addPackage(ConversationStory.class.getPackage())
                .addClasses(Installation.class, Enclosed.class, Eventually.class)
                .addAsLibrary(jarOf(Assertions.class))
                .addAsResource(new StringAsset(migrations), Enclosed.MIGRATIONS)
                .addAsWebInfResource(allBeans(), "beans.xml");
        return Files.exists(Installation.transcripts())
                ? tests.addAsResource(Installation.transcripts().toFile(), Enclosed.TRANSCRIPTS)
                : tests;
    }

    private static String migrations(EnterpriseArchive packaged) {
        return packaged
                .getAsType(JavaArchive.class, "/analytics-ejb.jar")
                .getContent(Filters.include("/db/migration/V.*"))
                .keySet()
                .stream()
                .map(path -> path.get().replaceFirst(".*/V(.+?)__.*", "$1"))
                .sorted(Comparator.comparing(Integer::valueOf))
                .collect(Collectors.joining("\n"));
    }

    private static JavaArchive ofTheTests(String setting) {
        return ShrinkWrap.create(JavaArchive.class, "of-the-tests.jar")
                .addClasses(AdjustableClock.class, Configured.class)
                // Before the environment of the server, which says what is usual.
                .addAsManifestResource(
                        new StringAsset("config_ordinal=350\n" + setting + "\n"), "microprofile-config.properties")
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

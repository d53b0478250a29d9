package org.answerloop.system.whole;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.answerloop.connection.application.DeliveryWorker;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The pages, and what all pages share, ask the services: they do not go round them to the tables. */
class PagesTest {

    private static final List<Path> MODULES = Stream.of("web-common", "home-web", "reporting-web", "knowledge-web")
            .map(Sources::classesOf)
            .toList();

    private static final JavaClasses PAGES = new ClassFileImporter().importPaths(MODULES);

    @Test
    void pages_know_no_tables() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.persistence..", "java.sql..", "javax.sql..", "org.answerloop..infrastructure..")
                .check(PAGES);
    }

    @Test
    void pages_are_served_by_services_that_ask_who_it_is() {
        noClasses().should().dependOnClassesThat(servesWhoever()).check(PAGES);
    }

    @Test
    void files_leave_by_the_one_download() {
        noClasses()
                .that()
                .areAssignableTo(HttpServlet.class)
                .should()
                .callMethodWhere(describe("writes to the response by itself", PagesTest::writes))
                .check(PAGES);
    }

    private static boolean writes(JavaMethodCall call) {
        return call.getTargetOwner().isAssignableTo(ServletResponse.class)
                && (call.getName().equals("getWriter") || call.getName().equals("getOutputStream"));
    }

    /** The worker only looks, earlier than it would by itself, for what was decided before. */
    private static DescribedPredicate<JavaClass> servesWhoever() {
        return describe(
                "are services that serve whoever asks",
                type -> type.isAnnotatedWith(Stateless.class)
                        && !type.isEquivalentTo(DeliveryWorker.class)
                        && !asks(type)
                        && type.getMethods().stream().noneMatch(PagesTest::asks));
    }

    private static boolean asks(JavaClass type) {
        return type.getAnnotations().stream().anyMatch(PagesTest::isOfSecurity);
    }

    private static boolean asks(JavaCodeUnit method) {
        return method.getAnnotations().stream().anyMatch(PagesTest::isOfSecurity);
    }

    private static boolean isOfSecurity(JavaAnnotation<?> annotation) {
        return annotation.getRawType().isEquivalentTo(RolesAllowed.class)
                || annotation.getRawType().isEquivalentTo(PermitAll.class);
    }
}

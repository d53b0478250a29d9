package org.answerloop.web.knowledge;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.answerloop.connection.application.DeliveryWorker;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The pages, and what all pages share, ask the services: they go round them neither to the tables nor to the entities. */
class ArchitectureTest {

    private static final JavaClasses PAGES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.answerloop.web");

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
    void pages_read_entities_and_change_none() {
        noClasses()
                .should()
                .callMethodWhere(describe("changes an entity", ArchitectureTest::changesAnEntity))
                .check(PAGES);
    }

    @Test
    void pages_are_served_by_services_that_ask_who_it_is() {
        noClasses().should().dependOnClassesThat(servesWhoever()).check(PAGES);
    }

    private static boolean changesAnEntity(JavaMethodCall call) {
        return call.getTargetOwner().isAnnotatedWith(Entity.class)
                && call.getTarget().getRawReturnType().getName().equals("void");
    }

    /** The worker only looks, earlier than it would by itself, for what was decided before. */
    private static DescribedPredicate<JavaClass> servesWhoever() {
        return describe(
                "are services that serve whoever asks",
                type -> type.isAnnotatedWith(Stateless.class)
                        && !type.isEquivalentTo(DeliveryWorker.class)
                        && !asks(type)
                        && type.getMethods().stream().noneMatch(ArchitectureTest::asks));
    }

    private static boolean asks(JavaClass type) {
        return type.getAnnotations().stream().anyMatch(ArchitectureTest::isOfSecurity);
    }

    private static boolean asks(JavaCodeUnit method) {
        return method.getAnnotations().stream().anyMatch(ArchitectureTest::isOfSecurity);
    }

    private static boolean isOfSecurity(JavaAnnotation<?> annotation) {
        return annotation.getRawType().isEquivalentTo(RolesAllowed.class)
                || annotation.getRawType().isEquivalentTo(PermitAll.class);
    }
}

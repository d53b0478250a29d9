package org.answerloop;

import java.time.Clock;
import java.util.Date;

import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.persistence.Entity;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import de.siegmar.fastcsv.writer.CsvWriter;
import org.answerloop.clock.RecurringTimer;
import org.answerloop.kernel.CsvFile;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The rules of the house. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.answerloop");

    @Test
    void insideABusinessPackageModelApplicationAndInfrastructureFormNoCircles() {
        hold(slices().matching("org.answerloop.(*).(*)..").should().beFreeOfCycles());
    }

    @Test
    void modelsNeedNoContainer() {
        hold(noClasses()
                .that()
                .resideInAPackage("..model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ejb..",
                        "jakarta.enterprise..",
                        "jakarta.inject..",
                        "jakarta.ws..",
                        "jakarta.faces.."));
    }

    @Test
    void modelsDependOnModelsAlone() {
        hold(noClasses()
                .that()
                .resideInAPackage("..model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..application..", "..infrastructure.."));
    }

    @Test
    void theRuleOfResolutionKnowsNoTables() {
        hold(noClasses()
                .that()
                .resideInAPackage("..resolution..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "java.sql..", "..conversation.."));
    }

    @Test
    void applicationsDoNotDependOnTheirInfrastructure() {
        hold(noClasses()
                .that()
                .resideInAPackage("..application..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..infrastructure.."));
    }

    @Test
    void onlyTheClockTellsTheTime() {
        hold(noClasses()
                .should()
                .callMethodWhere(describe("reads the time without being given a clock", ArchitectureTest::readsTheTime))
                .orShould()
                .callConstructor(Date.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void onlyTheComparisonOfTheClocksMakesAClock() {
        hold(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.answerloop.clock.ClockComparison")
                .should()
                .callMethodWhere(describe("makes a clock of the system", ArchitectureTest::makesASystemClock)));
    }

    /** The sample data alone is put in at any time. */
    @Test
    void timersRestWhileTheClockIsWrong() {
        hold(noClasses()
                .that()
                .areNotAssignableFrom(RecurringTimer.class)
                .and()
                .doNotHaveSimpleName("SampleDataTimer")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Timeout.class, Schedule.class, Schedules.class));
    }

    @Test
    void theClockDependsOnTheKernelAlone() {
        hold(noClasses()
                .that()
                .resideInAPackage("org.answerloop.clock..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.answerloop..")
                        .and(resideOutsideOfPackages("org.answerloop.clock..", "org.answerloop.kernel.."))));
    }

    @Test
    void onlyCsvFileBeginsAFileOfCsv() {
        hold(noClasses().that().areNotAssignableTo(CsvFile.class).should().callMethod(CsvWriter.class, "builder"));
    }

    /** The container answers a call of any other from outside with an exception. */
    @Test
    void othersCallPublicMethodsOfSessionBeans() {
        hold(noClasses()
                .should()
                .callMethodWhere(describe(
                        "calls a method of another session bean that is not public",
                        ArchitectureTest::callsWhatABeanKeepsToItself)));
    }

    @Test
    void entitiesHaveNoSetters() {
        hold(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameNotMatching("set[A-Z].*"));
    }

    @Test
    void fieldsAreNotPublic() {
        hold(fields().that().areNotStatic().should().notBePublic());
    }

    @Test
    void namesSayWhatAClassIs() {
        hold(classes()
                .should()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Impl"));
    }

    private static boolean readsTheTime(JavaMethodCall call) {
        return call.getTargetOwner().getPackageName().equals("java.time")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean callsWhatABeanKeepsToItself(JavaMethodCall call) {
        return call.getTargetOwner().isAnnotatedWith(Stateless.class)
                && !call.getOriginOwner().equals(call.getTargetOwner())
                && call.getTarget()
                        .resolveMember()
                        .map(JavaMethod::getModifiers)
                        .filter(modifiers ->
                                !modifiers.contains(JavaModifier.PUBLIC) && !modifiers.contains(JavaModifier.STATIC))
                        .isPresent();
    }

    private static boolean makesASystemClock(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Clock.class)
                && (call.getName().startsWith("system") || call.getName().startsWith("tick"));
    }

    private static void hold(ArchRule rule) {
        rule.check(HOUSE);
    }
}

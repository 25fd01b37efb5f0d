package id.tindak.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import id.tindak.Tindak;
import id.tindak.base.web.Access;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RequestMapping;

/** Modules use each other as their package-info says; stores and pages stay at home; every route names its callers. */
class BorderRulesTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("/test/"))
            .importPackages("id.tindak");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("id.tindak.house.offender");

    private static final ArchRule STORES_AND_PAGES_STAY_AT_HOME = noClasses()
            .should(new ArchCondition<JavaClass>("use a *Store or *Pages of another package") {
                @Override
                public void check(JavaClass user, ConditionEvents events) {
                    user.getDirectDependenciesFromSelf().stream()
                            .filter(d -> d.getTargetClass().getSimpleName().matches(".+(Store|Pages)"))
                            .filter(d -> d.getTargetClass().getPackageName().startsWith("id.tindak"))
                            .filter(d -> !d.getTargetClass().getPackageName().equals(user.getPackageName()))
                            .forEach(d -> events.add(SimpleConditionEvent.satisfied(user, d.getDescription())));
                }
            })
            .allowEmptyShould(true);

    private static final ArchRule PURE_MODULES_KNOW_NEITHER_SPRING_NOR_SQL = noClasses()
            .that()
            .resideInAnyPackage("id.tindak.sop..", "id.tindak.calendar..")
            .should()
            .dependOnClassesThat(describe(
                    "are of Spring or JDBC",
                    c -> c.getPackageName().startsWith("java.sql")
                            || c.getPackageName().startsWith("org.springframework")
                                    && !c.getPackageName().startsWith("org.springframework.modulith")));

    private static final ArchRule EVERY_ROUTE_NAMES_ITS_CALLERS = methods()
            .that(describe(
                    "answer requests", m -> AnnotatedElementUtils.hasAnnotation(m.reflect(), RequestMapping.class)))
            .should()
            .beAnnotatedWith(Access.class);

    @Test
    void modulesUseEachOtherOnlyAsTheySay() {
        ApplicationModules.of(Tindak.class, describe("are tests", BorderRulesTest::ofTests))
                .verify();
    }

    @Test
    void storesAndPagesStayAtHome() {
        assertThat(STORES_AND_PAGES_STAY_AT_HOME.evaluate(PLANTED).hasViolation())
                .isTrue();
        STORES_AND_PAGES_STAY_AT_HOME.check(MAIN);
    }

    @Test
    void calendarAndSopArePure() {
        PURE_MODULES_KNOW_NEITHER_SPRING_NOR_SQL.check(MAIN);
    }

    @Test
    void everyRouteNamesItsCallers() {
        JavaClasses forgotten = new ClassFileImporter().importPackages("id.tindak.account");
        assertThat(EVERY_ROUTE_NAMES_ITS_CALLERS
                        .evaluate(forgotten)
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .contains("forgotten");
        EVERY_ROUTE_NAMES_ITS_CALLERS.check(MAIN);
    }

    private static boolean ofTests(JavaClass c) {
        return c.getSource()
                .map(source -> source.getUri().toString())
                .filter(uri -> uri.contains("/test-classes/") || uri.contains("/test/"))
                .isPresent();
    }
}

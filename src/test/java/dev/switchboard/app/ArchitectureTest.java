package dev.switchboard.app;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.ObjectInputStream;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** What the layout promises, checked on the compiled classes. */
@AnalyzeClasses(
    packages = "dev.switchboard",
    importOptions = {ImportOption.DoNotIncludeTests.class, HandWritten.class})
class ArchitectureTest {

  @ArchTest
  static final ArchRule dependenciesPointAtTheCoreAndTheModulesDoNotSeeEachOther =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("core")
          .definedBy("dev.switchboard.bot..")
          .layer("knowledge")
          .definedBy("dev.switchboard.knowledge..")
          .layer("channels")
          .definedBy("dev.switchboard.channel..")
          .layer("escalation")
          .definedBy("dev.switchboard.escalation..")
          .layer("application")
          .definedBy("dev.switchboard.app..")
          .whereLayer("application")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("knowledge")
          .mayOnlyBeAccessedByLayers("application")
          .whereLayer("channels")
          .mayOnlyBeAccessedByLayers("application")
          .whereLayer("escalation")
          .mayOnlyBeAccessedByLayers("application")
          .whereLayer("core")
          .mayOnlyBeAccessedByLayers("application", "knowledge", "channels", "escalation");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices()
          .assignedFrom(new ByPackage())
          .should()
          .beFreeOfCycles()
          // The entry point calls the command line, which uses what stands beside the entry point.
          .ignoreDependency(type(Switchboard.class), alwaysTrue());

  @ArchTest
  static final ArchRule onlyTheCommandLineAndTheIntakesChildWriteToStandardStreams =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.switchboard.app.cli..", "dev.switchboard.knowledge.intake..")
          .should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule timeIsHandedIn =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(java.time.OffsetDateTime.class, "now")
          .orShould()
          .callMethod(java.time.ZonedDateTime.class, "now")
          .orShould()
          .callConstructor(java.util.Date.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .because("a test must be able to set the clock");

  @ArchTest
  static final ArchRule chanceIsHandedIn =
      noClasses()
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callConstructor(SplittableRandom.class)
          .orShould()
          .callMethod(ThreadLocalRandom.class, "current")
          .orShould()
          .callMethod(Math.class, "random")
          .because("the same question must get the same answer; a random source has a seed");

  @ArchTest
  static final ArchRule nothingReadsSerializedObjects =
      noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

  @ArchTest
  static final ArchRule onlyTheIntakeAndTheBenchmarkStartProcesses =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.switchboard.knowledge.intake..",
              "dev.switchboard.bot.media..",
              "dev.switchboard.app.bench..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ProcessBuilder.class)
          .because(
              "nothing that serves customers starts a child but the parser of foreign documents"
                  + " and the reader of pictures");

  @ArchTest
  static final ArchRule nothingRunsShellCommands =
      noClasses()
          .should()
          .callMethod(Runtime.class, "exec", String.class)
          .orShould()
          .callMethod(Runtime.class, "exec", String[].class);

  @ArchTest
  static final ArchRule namesComeFromTheSupportDesk =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils");

  @ArchTest
  static void nullIsMarkedInEveryPackage(JavaClasses classes) {
    var unmarked =
        classes.stream()
            .map(JavaClass::getPackage)
            .filter(here -> !here.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .collect(Collectors.toSet());

    assertThat(unmarked).isEmpty();
  }

  private static final class ByPackage implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}

package id.aduan.lapor.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.TrustManager;

/** The rules of the core, each with the tree of fixtures in which it is violated on purpose. */
enum HouseRule {
  DIRECTION("direction", Layers.direction()),

  EVERY_PACKAGE_HAS_A_PLACE("unknown", Layers.everyPackageHasAPlace()),

  NO_FRAMEWORK(
      "frameworks",
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.camel..",
              "org.apache.cxf..",
              "org.eclipse.jetty..",
              "org.springframework..",
              "jakarta..")
          .as("the core sees no Camel, no Spring and no HTTP server")),

  JACKSON_IN_ITS_PLACE(
      "jackson",
      noClasses()
          .that()
          .resideOutsideOfPackages(Layers.places(".portal.*..", ".mapping..", ".json.."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson..", "tools.jackson..")
          .as("Jackson stays inside the portal's wires, the mapping and json")),

  SQL_IN_ITS_PLACE(
      "sql",
      noClasses()
          .that()
          .resideOutsideOfPackages(Layers.places(".store.jdbc.."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.flywaydb..")
          .as("SQL stays inside store.jdbc")),

  TIME_IS_HANDED_IN(
      "clock",
      noClasses()
          .should()
          .accessTargetWhere(calling("fetches the time", HouseRule::fetchesTheTime))
          .as("time is handed in as an InstantSource, never fetched")),

  NOBODY_SLEEPS(
      "sleep",
      noClasses()
          .should()
          .accessTargetWhere(calling("sleeps", target -> target.getName().equals("sleep")))
          .as("nobody sleeps; wait on a condition")),

  NO_STANDARD_STREAMS(
      "streams",
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.as(
          "nobody writes to the standard streams")),

  XML_FACTORIES_IN_ONE_CLASS(
      "xml",
      noClasses()
          .that()
          .doNotHaveSimpleName("SafeXml")
          .should()
          .accessTargetWhere(calling("makes an XML factory", HouseRule::makesXmlFactory))
          .as("XML factories are made by SafeXml alone, which closes them (S7)")),

  NO_JAVA_DESERIALISATION(
      "serial",
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ObjectInputStream.class)
          .as("nobody reads Java objects (S9)")),

  THE_JDK_JUDGES_CERTIFICATES(
      "trust",
      noClasses()
          .should()
          .implement(TrustManager.class)
          .orShould()
          .implement(HostnameVerifier.class)
          .as("nobody judges certificates and host names but the JDK (S21)")),

  SIGNATURES_IN_CONSTANT_TIME(
      "signatures",
      noClasses()
          .that()
          .resideInAnyPackage(Layers.places(".webhook.."))
          .should()
          .accessTargetWhere(calling("compares until it differs", HouseRule::comparesEarlyOut))
          .as("signatures are compared by MessageDigest.isEqual (S1)"));

  /** The tree below {@code id.aduan.lapor.archfixtures} that violates the rule. */
  final String fixture;

  /** Tolerates packages that are not there yet; the fixtures prove that it is not blind. */
  @SuppressWarnings("ImmutableEnumChecker") // ArchUnit's rules are not marked as immutable
  final ArchRule rule;

  HouseRule(String fixture, ArchRule rule) {
    this.fixture = fixture;
    this.rule = rule.allowEmptyShould(true);
  }

  /** Calls and method references alike. */
  private static DescribedPredicate<JavaAccess<?>> calling(
      String what, Predicate<CodeUnitAccessTarget> offence) {
    return describe(
        what,
        access ->
            access.getTarget() instanceof CodeUnitAccessTarget target && offence.test(target));
  }

  private static boolean fetchesTheTime(CodeUnitAccessTarget target) {
    JavaClass owner = target.getOwner();
    return (owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis"))
        || (owner.getPackageName().startsWith("java.time")
            && target.getName().equals("now")
            && target.getRawParameterTypes().stream()
                .noneMatch(type -> type.isEquivalentTo(Clock.class)));
  }

  private static boolean makesXmlFactory(CodeUnitAccessTarget target) {
    String owner = target.getOwner().getName();
    return owner.startsWith("javax.xml.")
        && owner.endsWith("Factory")
        && target.getName().matches("new(Default|NS)?(Instance|Factory|DefaultNSInstance)");
  }

  private static boolean comparesEarlyOut(CodeUnitAccessTarget target) {
    JavaClass owner = target.getOwner();
    return Set.of("equals", "equalsIgnoreCase", "contentEquals", "compareTo", "compare", "mismatch")
            .contains(target.getName())
        && Stream.of(String.class, Arrays.class, Objects.class).anyMatch(owner::isEquivalentTo);
  }
}

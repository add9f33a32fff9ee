package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.simulator.PortalSettings.Control;
import id.aduan.lapor.simulator.fault.FaultKind;
import id.aduan.lapor.simulator.fault.Parameter;
import id.aduan.lapor.simulator.fault.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide says what the simulator does, in both languages. */
class GuideTest {
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");
  private static final Pattern ORDER =
      Pattern.compile("curl -s -H \"\\$J\" \\$C(/[^ ]*) -d '(\\{.*})'");

  @ParameterizedTest
  @ValueSource(strings = {"simulator.md", "simulator.id.md"})
  void every_kind_parameter_place_and_setting_is_explained(String page) {
    String guide = guide(page);

    for (FaultKind kind : FaultKind.values()) {
      String row =
          guide.lines().filter(it -> it.startsWith("| `" + kind.word())).findFirst().orElse("");
      assertThat(row).as(kind.word()).isNotEmpty();
      assertThat(kind.parameters()).extracting(Parameter::name).allMatch(row::contains);
    }
    for (Place place : Place.values()) {
      assertThat(guide).contains("`" + place.word() + "`");
    }
    WireSettings.DEFAULT
        .texts()
        .forEach((name, value) -> assertThat(guide).contains("| `" + name + "` | `" + value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"simulator.md", "simulator.id.md"})
  void every_option_is_explained_and_none_that_there_is_not(String page) {
    Set<String> explained = options(guide(page));
    explained.removeAll(Set.of("--config"));

    assertThat(explained).isEqualTo(options(CommandLine.HELP));
  }

  @ParameterizedTest
  @ValueSource(strings = {"simulator.md", "simulator.id.md"})
  void every_order_that_it_shows_is_taken(String page) {
    var settings = PortalSettings.defaults().withSeed(7).withControl(Control.LOOPBACK);
    try (var portal = PortalSimulator.start(settings)) {
      portal.officers().file(5);
      var caller = new Caller(portal);
      List<MatchResult> orders = ORDER.matcher(guide(page)).results().toList();

      assertThat(orders).hasSizeGreaterThan(10);
      for (MatchResult order : orders) {
        var answer = caller.order("POST", order.group(1), order.group(2));
        assertThat(answer.statusCode())
            .as(order.group() + ": " + answer.body())
            .isBetween(200, 201);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"simulator.md", "simulator.id.md"})
  void the_secrets_that_it_shows_are_the_invented_ones(String page) {
    assertThat(guide(page))
        .contains(
            PortalCredentials.INVENTED.headerValue(),
            PortalCredentials.INVENTED.token(),
            PushSettings.INVENTED_SECRET);
  }

  private static Set<String> options(String text) {
    return OPTION
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String guide(String page) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = Objects.requireNonNull(folder.getParent(), "run in a checkout");
    }
    try {
      return Files.readString(folder.resolve("docs/guide").resolve(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

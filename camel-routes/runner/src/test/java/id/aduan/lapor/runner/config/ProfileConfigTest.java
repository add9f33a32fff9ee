package id.aduan.lapor.runner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.aduan.lapor.portal.v3.V3Settings;
import id.aduan.lapor.runner.FakeWorld;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.yaml.ConfigurationFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileConfigTest {
  private static final String BASE = "baseUri: http://127.0.0.1:1/lapor\n";
  @TempDir private Path folder;

  private Path file(String right, String wrong) throws IOException {
    SampleConfig sample = SampleConfig.in(folder);
    String text = sample.text();
    assertThat(text).contains(right);
    Files.writeString(sample.file(), text.replace(right, wrong));
    return sample.file();
  }

  private RunnerConfig load(Path file) {
    return ConfigFile.load(file, new FakeWorld(), SampleConfig.ENVIRONMENT::get);
  }

  private List<String> faults(String right, String wrong) throws IOException {
    Path file = file(right, wrong);
    return catchThrowableOfType(ConfigurationFault.class, () -> load(file).close())
        .problems()
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static V3Settings v3(RunnerConfig config) {
    return ((PortalWire.V3) config.portal().wire()).settings();
  }

  @Test
  void aFileBesideTheConfigurationIsTheProfileAndGivesTheAddress() throws IOException {
    Files.writeString(
        folder.resolve("ours.yaml"),
        """
        extends: sp4n-v3
        baseUri: http://127.0.0.1:2/x
        headers: {authorization: auth}
        """);

    try (RunnerConfig config = load(file(BASE, "profile: ours.yaml\n"))) {
      assertThat(v3(config).baseUri()).hasToString("http://127.0.0.1:2/x");
      assertThat(v3(config).credentials().header()).isEqualTo("auth");
    }
  }

  @Test
  void theConfigurationsOwnAddressAndHeaderWinOverTheProfiles() throws IOException {
    try (RunnerConfig config =
        load(file(BASE, "profile: sp4n-v3-sandbox\n  authorizationHeader: X-Auth\n  " + BASE))) {
      assertThat(v3(config).baseUri()).hasToString("http://127.0.0.1:1/lapor");
      assertThat(v3(config).credentials().header()).isEqualTo("X-Auth");
    }
  }

  @Test
  void theOlderWireNeedsATokenAlone() throws IOException {
    String portal =
        """
        portal:
          profile: stream
          baseUri: http://127.0.0.1:1/api
          tls: off
          token: ${env:TOKEN}
        """;
    SampleConfig sample = SampleConfig.in(folder);
    String text = sample.text();
    Files.writeString(sample.file(), portal + text.substring(text.indexOf("agencies:")));

    try (RunnerConfig config = load(sample.file())) {
      assertThat(config.portal().wire()).isInstanceOf(PortalWire.Stream.class);
    }
  }

  @Test
  void theNationalPortalIsNotCalledUnlessSomebodySaysSo() throws IOException {
    assertThat(faults(BASE + "  ", "")).anyMatch(it -> it.contains("the key 'baseUri' is missing"));
  }

  @Test
  void anAddressOfAProfileIsSealedLikeAnyOther() throws IOException {
    assertThat(faults(BASE + "  tls: off", "profile: simulator"))
        .anyMatch(it -> it.contains("not sealed by TLS"));
  }

  @Test
  void theFaultsOfAProfileAreToldWithThoseOfTheConfiguration() throws IOException {
    Files.writeString(folder.resolve("ours.yaml"), "extends: sp4n-v3\nlist: {pagin: page}\n");

    assertThat(faults(BASE, "profile: ours.yaml\n  usr: x\n  " + BASE))
        .anyMatch(it -> it.contains("lapor.yaml") && it.contains("'usr'"))
        .anyMatch(it -> it.contains("ours.yaml:2:8:") && it.contains("did you mean 'paging'?"));
  }

  @Test
  void theHeaderOfTheConfigurationIsNotTheTokens() throws IOException {
    assertThat(faults(BASE, "authorizationHeader: Token\n  " + BASE))
        .anyMatch(it -> it.contains("'Token' is the name of another header"));
  }

  @Test
  void whatHasMovedIntoTheProfileIsToldWithItsPlace() throws IOException {
    assertThat(faults(BASE, BASE + "  zone: Asia/Makassar\n  template: x\n  paths: {list: /x}\n"))
        .anyMatch(
            it -> it.contains("'zone' is said in the profile now") && it.contains("times.zone"))
        .anyMatch(it -> it.contains("'template' is said in the profile now"))
        .anyMatch(it -> it.contains("'paths' is said in the profile now"));
  }
}

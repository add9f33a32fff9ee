package id.aduan.lapor.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tool slowhttptest (Debian) against a real connector, on loopback: 20 s each of slow headers,
 * slow bodies and slow reading, from one address. Good callers from that address and from another
 * one are served meanwhile.
 */
@Tag("slow")
@Tag("S22")
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowHttpTest {
  private static final Duration ATTACK = Duration.ofSeconds(20);
  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[\\d;]*m");
  private static final Pattern TOLD =
      Pattern.compile("connected:\\D*?(\\d+)\\s+error:.*\\s+closed:\\D*?(\\d+)\\s");

  @TempDir private Path folder;
  private LaporProcesses lapor = new LaporProcesses(Path.of("."));
  private final List<Process> attacks = new ArrayList<>();

  @BeforeEach
  void begin() {
    assumeTrue(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "slowhttptest"))),
        "slowhttptest is not installed");
    lapor = new LaporProcesses(folder);
  }

  @AfterEach
  void end() {
    attacks.forEach(Process::destroyForcibly);
    lapor.close();
  }

  @Test
  void goodCallersAreServedDuringAnAttackBySlowHeaders() throws Exception {
    goodCallersAreServedDuringAnAttack("slow headers", 200, "-H -t POST -i 2 -x 24");
  }

  /** Each takes half a minute, since the tool tells nothing before twenty seconds are over. */
  @Tag("nightly")
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "slow bodies,  200, -B -t POST -f application/json -s 65536 -i 2 -x 24",
    "slow reading,  40, -X -t GET -k 3 -w 10 -y 20 -n 5 -z 32"
  })
  void goodCallersAreServedDuringAnAttack(String name, int perSecond, String options)
      throws Exception {
    String config = SampleConfig.in(folder).file().toString();
    URI address = LaporProcesses.readyAt(lapor.start("run", "run", "--config", config));
    push(address, "127.0.0.1", Duration.ofSeconds(2));

    Process attack = attack(address, perSecond, options);
    CompletableFuture<List<Duration>> beside =
        CompletableFuture.supplyAsync(() -> push(address, "127.0.0.1", ATTACK));
    List<Duration> elsewhere = push(address, "127.0.0.2", ATTACK);
    List<Duration> same = beside.join();

    assertThat(attack.waitFor(60, TimeUnit.SECONDS)).isTrue();
    System.out.printf(
        "%s: good caller p50 %d ms, p99 %d ms; from the attacker's address p50 %d ms, p99 %d ms%n",
        name, at(elsewhere, 50), at(elsewhere, 99), at(same, 50), at(same, 99));
    assertThat(attacked()).as("connections that the attack made").isGreaterThan(5L * perSecond);
    assertThat(at(elsewhere, 99)).isLessThan(1000);
    assertThat(at(same, 99)).isLessThan(1000);
  }

  /** How many connections the tool says that it had at the end, open or closed. */
  private long attacked() throws Exception {
    String told = Files.readString(folder.resolve("attack.out"), StandardCharsets.ISO_8859_1);
    return TOLD.matcher(COLOURS.matcher(told).replaceAll(""))
        .results()
        .reduce((first, last) -> last)
        .map(last -> Long.parseLong(last.group(1)) + Long.parseLong(last.group(2)))
        .orElse(0L);
  }

  private Process attack(URI address, int perSecond, String options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "slowhttptest",
                "-c",
                "" + perSecond * ATTACK.toSeconds(),
                "-r",
                "" + perSecond,
                "-l",
                "" + ATTACK.toSeconds(),
                "-p",
                "3",
                "-u",
                address.resolve("/webhooks/portal").toString()));
    command.addAll(Arrays.asList(options.split(" ")));
    Process attack =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("attack.out").toFile())
            .start();
    attacks.add(attack);
    return attack;
  }

  private static List<Duration> push(URI address, String from, Duration during) {
    try (GoodClient client = new GoodClient(address, from)) {
      return client.push(during);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long at(List<Duration> times, int percent) {
    return times.get((times.size() * percent - 1) / 100).toMillis();
  }
}

package id.aduan.lapor.runner.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S19")
class LogLineTest {
  private static final String HOSTILE =
      "${jndi:ldap://x}\r\n2026 ERROR faked\u001b[31m\u202e\u2028\u0085end";

  /** What the shipped configuration writes in this environment. */
  private static String logged(Map<String, String> environment, Throwable failure)
      throws JoranException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream standard = System.err;
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    try {
      System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      LogSettings.apply(environment);
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(
          Objects.requireNonNull(LogLineTest.class.getResource("/logback.xml")));
      Logger log = context.getLogger("id.aduan.lapor.Sample");
      log.warn("told {}", HOSTILE, failure);
      log.debug("not told");
      context.getLogger("org.eclipse.jetty.x").info("not told");
      context.getLogger("org.apache.cxf.phase.PhaseInterceptorChain").error("not told");
    } finally {
      context.stop();
      System.setErr(standard);
      LogSettings.apply(Map.of());
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Throwable personal() {
    return new IllegalStateException("ZZPII-outer", new IllegalArgumentException("ZZPII-inner"));
  }

  @Test
  void anEventIsOneLineAndNamesNobody() throws JoranException {
    assertThat(logged(Map.of(), personal()))
        .hasLineCount(1)
        .matches(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ WARN  Sample told [^\\n]*\\n")
        .contains("<U+000D><U+000A>2026 ERROR faked<U+001B>[31m<U+202E><U+2028><U+0085>end")
        .contains("(java.lang.IllegalStateException at LogLineTest.java:")
        .contains("<- java.lang.IllegalArgumentException at LogLineTest.java:")
        .doesNotContain("ZZPII", "not told", "\u001b");
  }

  @Test
  void anEventIsOneJsonObjectOnDemand() throws JoranException {
    assertThat(logged(Map.of("LAPOR_LOG", "json"), personal()))
        .hasLineCount(1)
        .startsWith("{\"@timestamp\":\"")
        .contains("\"level\":\"WARN\"", "\"message\":\"told ", "<U+001B>")
        .doesNotContain("ZZPII", "\u001b");
  }

  @Test
  void tracesAndDetailsAreToldOnlyWhenAskedFor() throws JoranException {
    String told = logged(Map.of("LAPOR_DEBUG", "1", "LAPOR_LOG_LEVEL", "debug"), personal());

    assertThat(told)
        .contains("\tat id.aduan.lapor.runner.log.LogLineTest", "DEBUG Sample not told");
  }

  @Test
  void aWordThatIsNotKnownCountsAsNotWritten() throws JoranException {
    assertThat(logged(Map.of("LAPOR_LOG", "xml", "LAPOR_LOG_LEVEL", "LOUD"), personal()))
        .hasLineCount(1)
        .contains(" WARN  Sample told ");
    assertThat(Level.toLevel(System.getProperty(LogSettings.LEVEL))).isEqualTo(Level.INFO);
  }
}

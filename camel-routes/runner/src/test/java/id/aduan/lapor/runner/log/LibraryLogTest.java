package id.aduan.lapor.runner.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the libraries log, by our rules. */
@Tag("S19")
class LibraryLogTest {
  private static final List<String> LIBRARIES =
      List.of(
          "org.apache.camel.impl.engine.DefaultCamelContext",
          "org.apache.camel.processor.errorhandler.DefaultErrorHandler",
          "org.eclipse.jetty.server.internal.HttpChannelState",
          "org.apache.cxf.transport.http.HTTPConduit",
          "org.quartz.core.ErrorLogger",
          "org.flywaydb.core.internal.command.DbMigrate",
          "org.sqlite.SQLiteJDBCLoader",
          "org.apache.hc.client5.http.impl.classic.HttpRequestRetryExec");

  private static final String HOSTILE =
      "a\r\nb\tc\u0000\u001b[2J\u2028\u2029\u0085\u202e\ud800\"}\\{\"level\":\"INFO\"";

  private static String logged(String form, String logger) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream standard = System.err;
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    Thread thread = Thread.currentThread();
    String name = thread.getName();
    try {
      System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      LogSettings.apply(Map.of("LAPOR_LOG", form));
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(
          Objects.requireNonNull(LibraryLogTest.class.getResource("/logback.xml")));
      thread.setName("qtp\r\nfaked");
      context
          .getLogger(logger)
          .warn(
              "failed for {}",
              HOSTILE,
              new IllegalStateException("ZZPII\n\tat faked", new Exception("ZZPII\r\n")));
    } finally {
      thread.setName(name);
      context.stop();
      System.setErr(standard);
      LogSettings.apply(Map.of());
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "text"})
  void aWarningOfALibraryWithATraceIsOneLineAndQuotesNobody(String form) throws Exception {
    for (String library : LIBRARIES) {
      String line = logged(form, library);

      assertThat(line).as(library).hasLineCount(1).doesNotContain("ZZPII", "\tat ");
      assertThat(line.stripTrailing().chars()).as(library).noneMatch(Character::isISOControl);
      if (form.equals("json")) {
        JsonNode event = new ObjectMapper().readTree(line);
        assertThat(event.path("level").asText()).isEqualTo("WARN");
        assertThat(event.path("logger_name").asText()).isEqualTo(library);
        assertThat(event.path("message").asText()).contains("a<U+000D><U+000A>b<U+0009>c<U+0000>");
        assertThat(event.path("cause").asText()).contains("IllegalStateException");
      }
    }
  }

  @Test
  void whatIsLoggedByThePlatformsOwnMeansComesToTheSameLog() {
    ch.qos.logback.classic.Logger target =
        (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("com.example.Platform");
    ListAppender<ILoggingEvent> kept = new ListAppender<>();
    kept.start();
    target.addAppender(kept);
    LogRecord event = new LogRecord(Level.WARNING, "failed for {0}");
    event.setLoggerName("com.example.Platform");
    event.setParameters(new Object[] {"x\r\ny"});
    event.setThrown(new IllegalStateException("why"));
    try {
      new PlatformLog().publish(event);
    } finally {
      target.detachAppender(kept);
    }

    assertThat(kept.list)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.getFormattedMessage()).isEqualTo("failed for x\r\ny");
              assertThat(it.getLevel()).isEqualTo(ch.qos.logback.classic.Level.WARN);
              assertThat(it.getThrowableProxy().getClassName())
                  .isEqualTo("java.lang.IllegalStateException");
            });
  }
}

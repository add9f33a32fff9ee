package id.aduan.lapor.runner;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.aduan.lapor.runner.command.CommandLineTool;
import id.aduan.lapor.runner.command.Terminal;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.runner.log.LogSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A short run on a configuration of its own, for a JVM that notes which classes a start loads
 * ({@code -XX:ArchiveClassesAtExit}). It calls nobody but itself, by loopback, keeps everything in
 * a folder for temporary files and removes it. Ends with 0, or with a failure that names what did
 * not work.
 */
public final class Rehearsal {
  private static final List<String> FILES = List.of("lapor.yaml", "mapping.yaml", "layanan.wsdl");
  private static final byte[] KEY = "for the rehearsal alone, 32 byte".getBytes(US_ASCII);
  private static final Map<String, String> ENVIRONMENT =
      Map.of("SECRET", "whsec_" + Base64.getEncoder().encodeToString(KEY));
  private static final int ANSWER_MILLIS_MAX = 20_000;

  private final Path folder;

  private Rehearsal(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException, GeneralSecurityException {
    LogSettings.apply(Map.of("LAPOR_LOG_LEVEL", "OFF"));
    Path folder = Files.createTempDirectory("lapor-rehearsal");
    try {
      new Rehearsal(folder).play();
    } finally {
      delete(folder);
    }
  }

  private void play() throws IOException, GeneralSecurityException {
    for (String file : FILES) {
      copy(file);
    }
    String config = folder.resolve("lapor.yaml").toString();
    LateTransport transport = new LateTransport();
    RunnerConfig read = ConfigFile.load(Path.of(config), transport, ENVIRONMENT::get);
    StopSignal.ofProcess();
    try (RunningConnector running = RunningConnector.start(read, transport)) {
      push(running.address().orElseThrow());
      command("status", "--config", config);
    }
    command("validate", "--config", config);
  }

  private void copy(String file) throws IOException {
    try (InputStream resource = Rehearsal.class.getResourceAsStream("rehearsal/" + file)) {
      if (resource == null) {
        throw new IOException("the program has no resource rehearsal/" + file);
      }
      Files.copy(resource, folder.resolve(file));
    }
  }

  /** As the portal would: so that what takes webhooks is loaded too. */
  private static void push(URI address) throws IOException, GeneralSecurityException {
    String body = "{\"data\": {\"complaint_id\": 9100001, \"category_id\": 1398}}";
    long now = InstantSource.system().instant().getEpochSecond();
    String request =
        """
        POST /webhooks/portal HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/json\r
        Content-Length: %d\r
        webhook-id: msg_1\r
        webhook-timestamp: %d\r
        webhook-signature: %s\r
        Connection: close\r
        \r
        %s"""
            .formatted(body.length(), now, signature("msg_1." + now + "." + body), body);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      socket.setSoTimeout(ANSWER_MILLIS_MAX);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      String status =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
      if (!"HTTP/1.1 202 Accepted".equals(status)) {
        throw new IOException("the rehearsal's webhook was answered " + status);
      }
    }
  }

  private static String signature(String signed) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(US_ASCII)));
  }

  private static void command(String... line) throws IOException {
    Terminal nowhere =
        Terminal.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
    int code =
        new CommandLineTool(nowhere, () -> ENVIRONMENT, InstantSource.system()).execute(line);
    if (code != 0) {
      throw new IOException("the rehearsal's command " + line[0] + " ended with " + code);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(file);
      }
    }
  }
}

package id.aduan.lapor.runner.http;

import id.aduan.lapor.runner.SampleConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A request as its bytes, right until a test spoils it. */
final class RawRequest {
  private String line = "POST /webhooks/portal HTTP/1.1";
  private final List<String> headers = new ArrayList<>(List.of("Host: x", "Connection: close"));
  private byte[] body = new byte[0];
  private boolean framed = true;

  private RawRequest() {}

  static RawRequest plain(String line) {
    RawRequest request = new RawRequest();
    request.line = line;
    return request;
  }

  /** A genuine callback. */
  static RawRequest genuine(String event, byte[] body) {
    return genuine(event, body, 0);
  }

  static RawRequest genuine(String event, String body) {
    return genuine(event, body.getBytes(StandardCharsets.UTF_8));
  }

  /** The same, signed some seconds ago or early. */
  static RawRequest genuine(String event, byte[] body, long secondsFromNow) {
    long at = Instant.now().getEpochSecond() + secondsFromNow;
    RawRequest request = new RawRequest();
    request.body = body.clone();
    return request
        .with("Content-Type", "application/json")
        .with("webhook-id", event)
        .with("webhook-timestamp", "" + at)
        .with("webhook-signature", signature(event, "" + at, body));
  }

  /** Over bytes, where the reference library takes only text. */
  static String signature(String event, String at, byte[] body) {
    try {
      byte[] key = Base64.getDecoder().decode(SampleConfig.SECRET.substring("whsec_".length()));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((event + "." + at + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  RawRequest line(String other) {
    line = other;
    return this;
  }

  RawRequest with(String name, String value) {
    headers.add(name + ": " + value);
    return this;
  }

  RawRequest without(String name) {
    headers.removeIf(
        header -> header.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"));
    return this;
  }

  RawRequest set(String name, String value) {
    return without(name).with(name, value);
  }

  RawRequest body(byte[] other) {
    body = other.clone();
    return this;
  }

  RawRequest body(String other) {
    return body(other.getBytes(StandardCharsets.UTF_8));
  }

  /** Says nothing about the length by itself. */
  RawRequest unframed() {
    framed = false;
    return this;
  }

  RawRequest chunked() {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    chunks.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
    chunks.writeBytes(body);
    chunks.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    return unframed().with("Transfer-Encoding", "chunked").body(chunks.toByteArray());
  }

  private byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    List<String> lines = new ArrayList<>();
    lines.add(line);
    lines.addAll(headers);
    if (framed) {
      lines.add("Content-Length: " + body.length);
    }
    String head = String.join("\r\n", lines) + "\r\n\r\n";
    all.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    all.writeBytes(body);
    return all.toByteArray();
  }

  /** Sends it, and reads all that comes back until the connection ends. */
  RawAnswer sendTo(URI address) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      try {
        out.write(bytes());
      } catch (SocketException e) {
        // The answer may come, and the connection end, before everything was said.
        if (body.length < 1 << 16) {
          throw e;
        }
      }
      return RawAnswer.of(
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}

package id.aduan.lapor.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpFailure.Kind;
import id.aduan.lapor.http.HttpReply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of the contract about what is written as it comes. */
abstract class HttpTransportDownloads extends HttpTransportTls {
  private static final int BYTES = 300_000;
  private static final long ENOUGH = 1_000_000;

  private static String body() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; body.length() < BYTES; i++) {
      body.append(i).append('\u00ff');
    }
    return body.substring(0, BYTES);
  }

  private static String head() {
    return OK + "Content-Length: " + BYTES + "\r\n\r\n";
  }

  private HttpFailure failingDownload(long bytesMax, OutputStream to) {
    HttpFailure failure =
        catchThrowableOfType(
            HttpFailure.class,
            () -> transport().download(call("GET", server.uri("/file")), bytesMax, to));
    assertThat(failure).isNotNull();
    return failure;
  }

  @Test
  void a_file_is_written_as_it_came_and_may_be_larger_than_an_answer() throws HttpFailure {
    server = RawServer.answering(head() + body());
    ByteArrayOutputStream to = new ByteArrayOutputStream();

    HttpReply reply = transport().download(call("GET", server.uri("/file")), ENOUGH, to);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEmpty();
    assertThat(to.toString(ISO_8859_1)).isEqualTo(body());
    assertThat(BYTES).isGreaterThan(REPLY_BYTES_MAX);
  }

  @Test
  @Tag("F69")
  void a_file_that_is_cut_anywhere_is_no_file() {
    String whole = head() + body();
    int[] ends = {
      0, 1, head().length() - 1, head().length(), head().length() + 1, BYTES / 2, BYTES, -1
    };
    for (int end : ends) {
      String part = whole.substring(0, end < 0 ? whole.length() - 1 : end);
      server.close();
      server =
          new RawServer(
              (request, connection) -> {
                RawServer.write(connection, part);
                connection.close();
              });

      HttpFailure failure = failingDownload(ENOUGH, new ByteArrayOutputStream());

      assertThat(failure.isTooLarge()).as("cut at " + end).isFalse();
    }
    Happened.times("F69", ends.length, "files that were cut");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OK + "Content-Length: 300000\r\n\r\n",
        OK + "Connection: close\r\n\r\n",
      })
  @Tag("F42")
  void what_is_larger_than_asked_for_is_broken_off(String begin) {
    server =
        new RawServer(
            (request, connection) -> {
              RawServer.write(connection, begin + body());
              connection.close();
            });
    ByteArrayOutputStream to = new ByteArrayOutputStream();

    HttpFailure failure = failingDownload(BYTES - 1, to);

    assertThat(failure.isTooLarge()).isTrue();
    assertThat(to.size()).isLessThan(BYTES);
    Happened.times("F42", server.heard().size(), "files beyond the limit");
  }

  @Test
  @Tag("F35")
  void a_file_that_drips_ends_at_the_deadline_and_nothing_is_written_after() throws Exception {
    server =
        new RawServer(
            (request, connection) -> {
              RawServer.write(connection, head());
              while (server.pause(20)) {
                RawServer.write(connection, "H");
              }
            });
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    long begun = System.nanoTime();

    HttpFailure failure = failingDownload(ENOUGH, to);
    int written = to.size();

    assertThat(failure.kind()).isEqualTo(Kind.UNCERTAIN);
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isLessThan(DEADLINE.plus(Duration.ofSeconds(2)));
    assertThat(server.isBrokenOffWithin(5)).isTrue();
    assertThat(to.size()).isEqualTo(written);
    Happened.times("F35", server.heard().size(), "files that drip");
  }

  @Test
  @Tag("F71")
  void whoever_takes_no_more_ends_it() {
    server = RawServer.answering(head() + body());

    HttpFailure failure =
        failingDownload(
            ENOUGH,
            new OutputStream() {
              @Override
              public void write(int one) throws IOException {
                throw new IOException("no space left");
              }
            });

    assertThat(failure.isTooLarge()).isFalse();
    assertThat(failure.kind()).isEqualTo(Kind.UNCERTAIN);
    Happened.times("F71", server.heard().size(), "files that could not be written");
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 404, 503})
  void what_is_no_success_is_an_answer_and_is_not_written(int status) throws HttpFailure {
    server =
        RawServer.answering(
            "HTTP/1.1 "
                + status
                + " No\r\nLocation: "
                + "http://127.0.0.1:1/\r\nContent-Length: 2\r\n\r\nno");
    ByteArrayOutputStream to = new ByteArrayOutputStream();

    HttpReply reply = transport().download(call("GET", server.uri("/file")), ENOUGH, to);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.text()).isEqualTo("no");
    assertThat(to.size()).isZero();
  }

  @Test
  void what_is_compressed_is_not_unpacked() throws HttpFailure {
    server =
        RawServer.answering(
            OK + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001f\u008b\u0008\u0000");
    ByteArrayOutputStream to = new ByteArrayOutputStream();

    HttpReply reply = transport().download(call("GET", server.uri("/file")), ENOUGH, to);

    assertThat(to.toByteArray()).containsExactly(0x1f, 0x8b, 0x08, 0x00);
    assertThat(reply.header("content-encoding")).hasValue("gzip");
  }
}

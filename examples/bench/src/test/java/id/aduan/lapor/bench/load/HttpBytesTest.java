package id.aduan.lapor.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpBytesTest {
  private static final int LARGE = 3_000_000;

  @Test
  void a_large_body_is_passed_over_and_the_message_behind_it_is_whole() throws IOException {
    try (ServerSocketChannel server =
            ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        SocketChannel sends = SocketChannel.open(server.getLocalAddress());
        SocketChannel reads = server.accept()) {
      sends.configureBlocking(false);
      reads.configureBlocking(false);
      ByteBuffer all =
          ByteBuffer.allocate(LARGE + 200)
              .put(head("POST /berkas/T-1 HTTP/1.1", LARGE))
              .put(new byte[LARGE])
              .put(head("POST /tiket HTTP/1.1", 2))
              .put("{}".getBytes(ISO_8859_1))
              .flip();
      HttpBytes bytes = new HttpBytes();
      List<HttpBytes.Message> messages = new ArrayList<>();

      while (messages.size() < 2) {
        int unused = sends.write(all);
        assertThat(bytes.readFrom(reads)).isTrue();
        for (var next = bytes.next(); next.isPresent(); next = bytes.next()) {
          messages.add(next.get());
        }
      }

      assertThat(messages.get(0).first()).isEqualTo("POST /berkas/T-1 HTTP/1.1");
      assertThat(messages.get(0).body()).isEmpty();
      assertThat(messages.get(1).body()).isEqualTo("{}");
    }
  }

  private static byte[] head(String first, int length) {
    return (first + "\r\nContent-Length: " + length + "\r\n\r\n").getBytes(ISO_8859_1);
  }
}

package id.aduan.lapor.bench.parts;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/** The connector's HTTP server without the connector: reads each request and answers 202. */
final class NoOpServer {
  private NoOpServer() {}

  /** Prints its port on a line; ends when its input does. */
  public static void main(String[] args) throws Exception {
    Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            Content.Source.asByteBuffer(
                request,
                new org.eclipse.jetty.util.Promise<ByteBuffer>() {
                  @Override
                  public void succeeded(ByteBuffer body) {
                    response.setStatus(202);
                    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
                    callback.succeeded();
                  }

                  @Override
                  public void failed(Throwable failure) {
                    callback.failed(failure);
                  }
                });
            return true;
          }
        });
    server.start();
    System.out.println(server.getURI().getPort());
    while (System.in.read() >= 0) {
      // whoever started it says nothing, and closes the pipe at the end
    }
    server.stop();
  }
}

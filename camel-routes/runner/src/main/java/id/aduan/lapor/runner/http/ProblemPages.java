package id.aduan.lapor.runner.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Whatever Jetty itself refuses is told as a problem; its HTML and its reasons never appear. No
 * body was read by then, so that what comes after on the connection cannot be told from it, and the
 * connection ends.
 */
final class ProblemPages extends ErrorHandler {
  private final RequestIds ids;

  ProblemPages(RequestIds ids) {
    this.ids = ids;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback) {
    Reply reply = Reply.error(ErrorKind.ofStatus(status), ids.next());
    write(reply.with("Connection", "close"), response, callback);
  }

  static void write(Reply reply, Response response, Callback callback) {
    response.setStatus(reply.status());
    reply.headers().forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(reply.bytes()), callback);
  }
}

package id.aduan.lapor.runner.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Whatever Jetty itself refuses is told as a problem; its HTML and its reasons never appear. */
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
    write(Reply.error(ErrorKind.ofStatus(status), ids.next()), response, callback);
  }

  static void write(Reply reply, Response response, Callback callback) {
    response.setStatus(reply.status());
    reply.headers().forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(reply.bytes()), callback);
  }
}

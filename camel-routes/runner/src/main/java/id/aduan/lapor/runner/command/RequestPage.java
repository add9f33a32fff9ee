package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.ParkedRequest;
import java.io.PrintWriter;

/**
 * Requests as they would be sent, for people. Control characters are written out; {@code --json}
 * has the body to the byte.
 */
final class RequestPage {
  private final PrintWriter out;

  RequestPage(PrintWriter out) {
    this.out = out;
  }

  void print(ParkedRequest request) {
    if (!request.otherwise().isEmpty()) {
      line(request.otherwise());
    }
    request.calls().forEach(this::print);
  }

  private void print(ParkedRequest.Call call) {
    line(call.method() + " " + call.uri());
    call.headers().forEach((name, value) -> line(name + ": " + value));
    out.println();
    line(call.body());
  }

  private void line(String text) {
    out.println(Visible.of(text));
  }
}

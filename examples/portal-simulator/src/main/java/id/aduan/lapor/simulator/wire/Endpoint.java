package id.aduan.lapor.simulator.wire;

import id.aduan.lapor.simulator.http.Answer;
import java.io.IOException;

/** Answers the calls of one method and path. */
@FunctionalInterface
interface Endpoint {
  Answer answer(Call call) throws IOException;
}

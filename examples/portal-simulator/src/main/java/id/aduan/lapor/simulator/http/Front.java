package id.aduan.lapor.simulator.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Answers every request under one path. */
@FunctionalInterface
public interface Front {
  Answer answer(HttpServletRequest request) throws IOException;
}

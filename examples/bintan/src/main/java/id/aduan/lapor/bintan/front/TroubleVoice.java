package id.aduan.lapor.bintan.front;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How one interface words the troubles that have to be worded in its own format. */
public interface TroubleVoice {

  /** The unit that a request concerns; empty if unknown. */
  String unit(HeldRequest request);

  /** Whether a request would make a ticket. */
  boolean isFiling(HeldRequest request);

  void serverError(HttpServletResponse response) throws IOException;

  void errorInside(HeldRequest request, HttpServletResponse response) throws IOException;
}

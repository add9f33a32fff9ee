package id.aduan.lapor.simulator.page;

import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Front;
import id.aduan.lapor.simulator.state.PortalDesk;
import jakarta.servlet.http.HttpServletRequest;

/** Stub. */
public final class PageFront implements Front {
  public PageFront(PortalSettings settings, PortalDesk desk) {}

  @Override
  public Answer answer(HttpServletRequest request) {
    return Answer.of(200, "text/html", "");
  }
}

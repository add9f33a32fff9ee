package id.aduan.lapor.simulator.wire;

import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Front;
import id.aduan.lapor.simulator.http.Refusal;
import id.aduan.lapor.simulator.state.FileStore;
import id.aduan.lapor.simulator.state.PortalDesk;
import id.aduan.lapor.simulator.state.UnknownComplaintException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The v3 interface (portal-wire 2), and the list call that must exist (portal-wire 13). */
public final class WireFront implements Front {
  private final GatewayAuth auth;
  private final List<Route> routes;

  public WireFront(PortalSettings settings, PortalDesk desk, FileStore files, ComplaintData data) {
    this.auth = new GatewayAuth(settings.credentials());
    var masters = new Masters(settings);
    var create = new CreateEndpoint(desk, files);
    this.routes =
        List.of(
            Route.of("GET", "/masters/institutions/external", masters::institutions),
            Route.of("GET", "/masters/templates", masters::templates),
            Route.of("POST", "/complaints/complaint/file", new UploadEndpoint(files)),
            Route.of("POST", "/complaints/complaint", create),
            Route.of("POST", "/complaints/complaint-lmw", create),
            Route.of("POST", "/complaints/process/{}/reject", new ForwardEndpoint(desk)),
            Route.of("POST", "/complaints/followup/add", new FollowUpAddEndpoint(desk)),
            Route.of("GET", "/complaints", new ListEndpoint(desk, data)),
            Route.of("GET", "/complaints/{}/complaint", new DetailEndpoint(settings, desk, data)),
            Route.of("GET", "/complaints/{}/followups", new FollowUpListEndpoint(settings, desk)));
  }

  @Override
  public Answer answer(HttpServletRequest request) throws IOException {
    Optional<Answer> fault = auth.fault(request);
    if (fault.isPresent()) {
      return fault.get();
    }
    try {
      return route(request);
    } catch (Refusal e) {
      return Json.message(e.status(), String.valueOf(e.getMessage()));
    } catch (UnknownComplaintException e) {
      return Json.message(404, "Pengaduan tidak ditemukan");
    }
  }

  private Answer route(HttpServletRequest request) throws IOException {
    for (Route route : routes) {
      Optional<Call> call = route.match(request);
      if (call.isPresent()) {
        return route.endpoint().answer(call.get());
      }
    }
    return Json.message(404, "Alamat tidak ditemukan");
  }
}

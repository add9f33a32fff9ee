package id.aduan.lapor.simulator.wire;

import id.aduan.lapor.simulator.LedgerEntry.Kind;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.WireSettings;
import id.aduan.lapor.simulator.fault.Faults;
import id.aduan.lapor.simulator.fault.Place;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Answer.Cut;
import id.aduan.lapor.simulator.http.FaultGate;
import id.aduan.lapor.simulator.http.Front;
import id.aduan.lapor.simulator.http.Json;
import id.aduan.lapor.simulator.http.Refusal;
import id.aduan.lapor.simulator.state.FileStore;
import id.aduan.lapor.simulator.state.LedgerBook;
import id.aduan.lapor.simulator.state.PortalDesk;
import id.aduan.lapor.simulator.state.UnknownComplaintException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The v3 interface (portal-wire 2), and the list call that must exist (portal-wire 13). */
public final class WireFront implements Front {
  private final GatewayAuth auth;
  private final FaultGate gate;
  private final LedgerBook ledger;
  private final InstantSource clock;
  private final List<Route> routes;
  private final Supplier<WireSettings> wire;

  /** What the portal is made of. */
  public record Parts(
      PortalDesk desk,
      FileStore files,
      ComplaintData data,
      LedgerBook ledger,
      Faults faults,
      FaultGate gate) {}

  public WireFront(PortalSettings settings, Parts parts, Supplier<WireSettings> wire) {
    this.auth = new GatewayAuth(settings.credentials());
    this.gate = parts.gate;
    this.ledger = parts.ledger;
    this.clock = settings.clock();
    this.wire = wire;
    var masters = new Masters(settings);
    PortalDesk desk = parts.desk;
    var create = new CreateEndpoint(desk, parts.files, wire);
    var list = new ListEndpoint(settings, desk, parts.data, parts.faults, wire);
    var detail = new DetailEndpoint(settings, desk, parts.data);
    var followUps = new FollowUpListEndpoint(settings, desk, parts.faults);
    this.routes =
        List.of(
            route(Place.INSTITUTIONS, "GET /masters/institutions/external", masters::institutions),
            route(Place.TEMPLATES, "GET /masters/templates", masters::templates),
            route(Place.CATEGORIES, "GET /masters/categories", masters::categories),
            route(Place.UPLOAD, "POST /complaints/complaint/file", new UploadEndpoint(parts.files)),
            route(Place.CREATE, "POST /complaints/complaint", create),
            route(Place.CREATE, "POST /complaints/complaint-lmw", create),
            route(Place.FORWARD, "POST /complaints/process/{}/reject", new ForwardEndpoint(desk)),
            route(Place.REPLY, "POST /complaints/followup/add", new FollowUpAddEndpoint(desk)),
            route(Place.REPLY, "PUT /complaints/{}/complaint", this::earlyReply),
            route(Place.LIST, "GET /complaints", list),
            route(Place.DETAIL, "GET /complaints/{}/complaint", detail),
            route(Place.FOLLOWUPS, "GET /complaints/{}/followups", followUps));
  }

  private static Route route(Place place, String call, Endpoint endpoint) {
    String[] parts = call.split(" ", 2);
    return Route.of(place, parts[0], parts[1], endpoint);
  }

  @Override
  public Answer answer(HttpServletRequest request) throws IOException {
    Optional<Answer> fault = auth.fault(request);
    if (fault.isPresent()) {
      return fault.get();
    }
    for (Route route : routes) {
      Optional<Call> call = route.match(request);
      if (call.isPresent()) {
        return answer(route, call.get());
      }
    }
    return Json.message(404, "Alamat tidak ditemukan");
  }

  private Answer answer(Route route, Call call) throws IOException {
    String id = about(route, call);
    Answer answer = gate.pass(route.place(), id, () -> effect(route.endpoint(), call));
    String told = answer.cut() == Cut.NONE ? "HTTP " + answer.status() : "no whole answer";
    ledger.remember(clock.instant(), Kind.CALL, id, route.place().word() + ", " + told);
    return answer;
  }

  /** Which complaint a call is about: by its path, and an answer by its form. */
  private static String about(Route route, Call call) throws IOException {
    if (route.place() != Place.REPLY || !call.complaintId().isEmpty()) {
      return call.complaintId();
    }
    try {
      String id = call.form().field("complaint_id");
      return id.matches("\\d{1,15}") ? id : "";
    } catch (Refusal e) {
      return ""; // the call is refused for the same reason, further on
    }
  }

  private static Answer effect(Endpoint endpoint, Call call) throws IOException {
    try {
      return endpoint.answer(call);
    } catch (Refusal e) {
      return Json.message(e.status(), String.valueOf(e.getMessage()));
    } catch (UnknownComplaintException e) {
      return Json.message(404, "Pengaduan tidak ditemukan");
    }
  }

  /** An early client tried it; nothing shows that it ever worked (portal-wire 2.3). */
  private Answer earlyReply(Call call) {
    return wire.get().putStatus() == 404
        ? Json.message(404, "Alamat tidak ditemukan")
        : Json.message(405, "Metode tidak diizinkan").withHeader("Allow", "GET");
  }
}

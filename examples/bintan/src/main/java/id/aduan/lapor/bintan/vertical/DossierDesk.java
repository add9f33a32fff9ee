package id.aduan.lapor.bintan.vertical;

import id.aduan.lapor.bintan.desk.CaseRegister;
import id.aduan.lapor.bintan.desk.Ticket;
import id.aduan.lapor.bintan.desk.Timeline;
import id.aduan.lapor.bintan.front.HeldRequest;
import id.aduan.lapor.bintan.vertical.message.AmbilPerkembangan;
import id.aduan.lapor.bintan.vertical.message.AmbilPerkembanganResponse;
import id.aduan.lapor.bintan.vertical.message.CariBerkas;
import id.aduan.lapor.bintan.vertical.message.CariBerkasResponse;
import id.aduan.lapor.bintan.vertical.message.DaftarkanBerkas;
import id.aduan.lapor.bintan.vertical.message.DaftarkanBerkasResponse;
import id.aduan.lapor.bintan.vertical.message.PerbaruiBerkas;
import id.aduan.lapor.bintan.vertical.message.PerbaruiBerkasResponse;
import id.aduan.lapor.bintan.vertical.message.Wire;
import jakarta.jws.WebService;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;

/** Carries the service out on the office's register. Thread-safe. */
@WebService(
    serviceName = "LayananPengaduanService",
    portName = "LayananPengaduanPort",
    endpointInterface = "id.aduan.lapor.bintan.vertical.LayananPengaduan",
    targetNamespace = Wire.NAMESPACE)
final class DossierDesk implements LayananPengaduan {
  private static final int PAGE_MAX = 200;

  private final CaseRegister register;
  private final Timeline timeline;

  DossierDesk(CaseRegister register, Timeline timeline) {
    this.register = register;
    this.timeline = timeline;
  }

  @Override
  public DaftarkanBerkasResponse register(DaftarkanBerkas request) throws LayananFault {
    var reference = reference(request.nomorReferensi);
    if (!Classifications.isKnown(request.kodeKlasifikasi)) {
      timeline.refused(LandOffice.UNIT, reference, "F02");
      throw new LayananFault("F02", "kodeKlasifikasi tidak dikenal");
    }
    var response = new DaftarkanBerkasResponse();
    var refusal = DossierRules.check(request);
    if (refusal.isPresent()) {
      timeline.refused(LandOffice.UNIT, reference, refusal.get().code());
      response.kodeHasil = refusal.get().code();
      response.pesan = refusal.get().message();
      return response;
    }
    var ticket = register.file(DossierRules.submission(reference, request, rawRequest()));
    response.kodeHasil = Refusal.NONE;
    response.pesan = "Berkas terdaftar";
    response.nomorBerkas = ticket.number();
    return response;
  }

  @Override
  public PerbaruiBerkasResponse revise(PerbaruiBerkas request) throws LayananFault {
    if (!Classifications.isKnown(request.kodeKlasifikasi)) {
      throw new LayananFault("F02", "kodeKlasifikasi tidak dikenal");
    }
    var filing = DossierRules.filing(request);
    var known = register.ticket(Objects.requireNonNullElse(request.nomorBerkas, ""));
    var refusal =
        known.isEmpty() ? Optional.of(Refusal.unknownDossier()) : DossierRules.check(filing);
    var response = new PerbaruiBerkasResponse();
    if (refusal.isPresent()) {
      timeline.refused(
          LandOffice.UNIT, known.map(Ticket::reference).orElse(""), refusal.get().code());
      response.kodeHasil = refusal.get().code();
      response.pesan = refusal.get().message();
      return response;
    }
    var ticket = known.get();
    register.revise(
        ticket.number(), DossierRules.submission(ticket.reference(), filing, rawRequest()));
    response.kodeHasil = Refusal.NONE;
    response.pesan = "Berkas diperbarui";
    return response;
  }

  @Override
  public CariBerkasResponse find(CariBerkas request) throws LayananFault {
    var response = new CariBerkasResponse();
    for (var ticket : register.ticketsFor(reference(request.nomorReferensi))) {
      response.berkas.add(Wording.dossier(ticket, register.status(ticket.number())));
    }
    response.kodeHasil = Refusal.NONE;
    response.pesan = response.berkas.size() + " berkas";
    return response;
  }

  @Override
  public AmbilPerkembanganResponse progress(AmbilPerkembangan request) throws LayananFault {
    if (request.sejakNomor < 0 || request.maksimum < 1 || request.maksimum > PAGE_MAX) {
      throw new LayananFault("F03", "sejakNomor paling kecil 0, maksimum 1 sampai " + PAGE_MAX);
    }
    var response = new AmbilPerkembanganResponse();
    long last = request.sejakNomor;
    for (var entry : register.ledger().entriesAfter(request.sejakNomor, request.maksimum)) {
      response.perkembangan.add(Wording.progress(entry));
      last = entry.id();
    }
    response.kodeHasil = Refusal.NONE;
    response.pesan = response.perkembangan.size() + " perkembangan";
    response.nomorTerakhir = last;
    return response;
  }

  private static String reference(@Nullable String text) throws LayananFault {
    if (text == null || text.isBlank() || text.codePointCount(0, text.length()) > 40) {
      throw new LayananFault("F01", "nomorReferensi wajib diisi, paling banyak 40 karakter");
    }
    return text;
  }

  private static String rawRequest() {
    var message = PhaseInterceptorChain.getCurrentMessage();
    if (message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request) {
      return HeldRequest.of(request).bodyText();
    }
    throw new IllegalStateException("the call did not come by HTTP");
  }
}

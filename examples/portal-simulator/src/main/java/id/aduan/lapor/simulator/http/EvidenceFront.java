package id.aduan.lapor.simulator.http;

import id.aduan.lapor.simulator.fault.Place;
import id.aduan.lapor.simulator.state.FileStore;
import id.aduan.lapor.simulator.state.StoredFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives files out under {@code /berkas/<key>/<name>}. The key, 128 random bits, is the protection:
 * no header is asked for, so that the citizen page and an agency can both follow the link.
 */
public final class EvidenceFront implements Front {
  private final FileStore files;
  private final FaultGate gate;

  public EvidenceFront(FileStore files, FaultGate gate) {
    this.files = files;
    this.gate = gate;
  }

  @Override
  public Answer answer(HttpServletRequest request) throws IOException {
    return gate.pass(Place.FILE, "", () -> file(request));
  }

  private Answer file(HttpServletRequest request) {
    String path = Objects.requireNonNullElse(request.getPathInfo(), "");
    Optional<StoredFile> stored =
        path.matches("/[0-9a-f]{32}/[^/]+")
            ? files.withKey(path.substring(1, 33))
            : Optional.empty();
    return stored
        .map(EvidenceFront::download)
        .orElseGet(() -> Answer.of(404, "text/plain; charset=UTF-8", "Berkas tidak ditemukan\n"));
  }

  /** Always a download and never sniffed: what a stranger uploaded must not run as a page. */
  private static Answer download(StoredFile stored) {
    String type = stored.file().contentType();
    boolean harmless = type.matches("image/(jpeg|png|gif|webp)|application/pdf");
    return new Answer(
        200,
        Map.of(
            "Content-Type", harmless ? type : "application/octet-stream",
            "Content-Disposition", "attachment",
            "X-Content-Type-Options", "nosniff"),
        stored.file().bytes());
  }
}

package id.aduan.lapor.portal.v3;

import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import java.util.Locale;

/**
 * The portal's words for classifications and statuses (portal-wire 4.3, 7). A word that is not
 * known here keeps its raw form and means UNKNOWN.
 */
public final class V3Words {
  private V3Words() {}

  public static Classification classification(String raw) {
    String word = normalised(raw);
    if (word.isEmpty()) {
      return Classification.UNKNOWN;
    }
    return new Classification(
        switch (word) {
          case "pengaduan berkadar pengawasan" -> Classification.Kind.SUPERVISORY_COMPLAINT;
          case "pengaduan tidak berkadar pengawasan" -> Classification.Kind.ORDINARY_COMPLAINT;
          case "permintaan informasi" -> Classification.Kind.INFORMATION_REQUEST;
          case "aspirasi" -> Classification.Kind.ASPIRATION;
          default -> Classification.Kind.UNKNOWN;
        },
        raw);
  }

  public static Status status(String raw) {
    String word = normalised(raw);
    return word.isEmpty() ? Status.UNKNOWN : new Status(stage(word), actor(word), raw);
  }

  private static Stage stage(String word) {
    if (word.startsWith("ditutup") || word.equals("selesai")) {
      return Stage.CLOSED;
    }
    if (word.startsWith("diarsipkan")) {
      return Stage.ARCHIVED;
    }
    if (word.startsWith("ditindaklanjuti")) {
      return Stage.IN_PROGRESS;
    }
    if (word.startsWith("ditanggapi")) {
      return Stage.REPORTER_REPLIED;
    }
    return switch (word) {
      case "belum terverifikasi" -> Stage.UNVERIFIED;
      case "menunggu kelengkapan informasi" -> Stage.WAITING_FOR_REPORTER;
      case "terverifikasi" -> Stage.VERIFIED;
      case "dalam proses" -> Stage.IN_PROGRESS;
      case "ditolak" -> Stage.REJECTED;
      case "konten terblokir" -> Stage.BLOCKED;
      default -> Stage.UNKNOWN;
    };
  }

  private static Actor actor(String word) {
    int by = word.indexOf(" oleh ");
    if (by < 0) {
      return Actor.UNKNOWN;
    }
    return switch (word.substring(by + " oleh ".length())) {
      case "pelapor" -> Actor.REPORTER;
      case "admin" -> Actor.ADMIN;
      case "instansi" -> Actor.AGENCY;
      case "sistem" -> Actor.SYSTEM;
      default -> Actor.UNKNOWN;
    };
  }

  private static String normalised(String raw) {
    return raw.replace('\u00a0', ' ').strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}

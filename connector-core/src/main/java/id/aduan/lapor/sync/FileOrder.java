package id.aduan.lapor.sync;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.FileCopy;
import id.aduan.lapor.attachment.StoredFile;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.json.ModelJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which file is to go to which leg: what an entry of an agency's files holds. The bytes and the
 * name are looked up when it goes out.
 *
 * @param leg a {@link Reference#value}
 */
record FileOrder(String leg, int place, FileDelivery.Form form, String sha256) {

  /** What goes out of a file: its cleaned copy where there is one, and one in an open format. */
  static List<FileOrder> of(Reference leg, CaseFile file) {
    List<FileOrder> orders = new ArrayList<>();
    for (FileDelivery.Form form : FileDelivery.Form.values()) {
      stored(file, form)
          .ifPresent(it -> orders.add(new FileOrder(leg.value(), file.place(), form, it.sha256())));
    }
    return orders;
  }

  /** What of a file goes out in this form; empty where there is none. */
  static Optional<StoredFile> stored(CaseFile file, FileDelivery.Form form) {
    return switch (form) {
      case MAIN -> copy(file, FileCopy.Kind.CLEANED).or(file::original);
      case EXCHANGE -> copy(file, FileCopy.Kind.EXCHANGE);
    };
  }

  private static Optional<StoredFile> copy(CaseFile file, FileCopy.Kind kind) {
    return file.copies().stream()
        .filter(copy -> copy.kind() == kind)
        .map(FileCopy::file)
        .findFirst();
  }

  /** A lane of its own: one that is stuck holds up no other file of its case (C11). */
  Lane lane(AgencyCode agency) {
    return new Lane(
        reference().complaint(), Targets.filesOf(agency), leg + " " + place + " " + form);
  }

  Reference reference() {
    return Reference.parse(leg);
  }

  byte[] payload() {
    return ModelJson.write(this);
  }

  static FileOrder read(byte[] payload) {
    return ModelJson.read(payload, FileOrder.class);
  }
}

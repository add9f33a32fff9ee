package id.aduan.lapor.runner.answer;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.CaseFile.State;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.FileDelivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Files of complaints, without their names and addresses. Its names are those of {@code files list
 * --json}.
 *
 * @param more whether there are others
 */
public record FileReport(List<Item> items, boolean more) {
  /** The most that are told at once. */
  public static final int ITEMS_MAX = 1_000;

  public FileReport {
    items = List.copyOf(items);
  }

  /**
   * One of them.
   *
   * @param state in small letters
   * @param reason why it stands so, as a code; empty for what is as it should be
   * @param type by its content; empty until it is here
   * @param sha256 of the original; empty until it is here
   * @param agencies what became of it at agencies
   */
  public record Item(
      String trackingId,
      int place,
      String state,
      String reason,
      int attempts,
      List<String> findings,
      String type,
      long bytes,
      String sha256,
      List<Copy> copies,
      List<There> agencies,
      Instant since) {
    public Item {
      agencies = List.copyOf(agencies);
      findings = List.copyOf(findings);
      copies = List.copyOf(copies);
    }

    static Item of(CaseFile file, List<FileDelivery> deliveries) {
      return new Item(
          file.complaint().value(),
          file.place(),
          file.state().name().toLowerCase(Locale.ROOT),
          file.reason(),
          file.attempts(),
          file.findings(),
          file.original().map(it -> it.type()).orElse(""),
          file.original().map(it -> it.bytes()).orElse(0L),
          file.original().map(it -> it.sha256()).orElse(""),
          file.copies().stream()
              .map(
                  copy ->
                      new Copy(
                          copy.kind().name().toLowerCase(Locale.ROOT),
                          copy.file().type(),
                          copy.file().bytes(),
                          copy.file().sha256(),
                          copy.madeBy()))
              .toList(),
          deliveries.stream()
              .filter(it -> isOf(it, file))
              .map(
                  it ->
                      new There(
                          it.agency().value(),
                          it.leg().value(),
                          it.form().name().toLowerCase(Locale.ROOT),
                          it.state().name().toLowerCase(Locale.ROOT),
                          it.reason(),
                          it.since()))
              .toList(),
          file.since());
    }
  }

  /** What was made of one. */
  public record Copy(String kind, String type, long bytes, String sha256, String madeBy) {}

  /**
   * What became of one at an agency.
   *
   * @param reference ours in its system
   * @param form {@code main}, or {@code exchange} for the copy in an open format
   * @param state {@code due}, {@code sent} or {@code refused}
   * @param reason why it was refused, as a code; otherwise empty
   */
  public record There(
      String agency, String reference, String form, String state, String reason, Instant since) {}

  /**
   * All of a case; without one those that wait, for a person first, the oldest first, and those
   * that agencies do not take.
   */
  static FileReport of(CaseStore store, Tx tx, Optional<TrackingId> complaint) {
    List<CaseFile> files = new ArrayList<>();
    List<FileDelivery> deliveries = new ArrayList<>();
    if (complaint.isPresent()) {
      files.addAll(store.files().of(tx, complaint.get()));
      deliveries.addAll(
          files.isEmpty() ? List.of() : store.files().deliveries().of(tx, complaint.get()));
    } else {
      for (State state : List.of(State.QUARANTINED, State.LOST, State.REFUSED, State.WAITING)) {
        files.addAll(store.files().in(tx, state, ITEMS_MAX + 1 - files.size()));
      }
      deliveries.addAll(store.files().deliveries().refused(tx, ITEMS_MAX + 1 - files.size()));
      deliveries.stream()
          .filter(it -> files.stream().noneMatch(file -> isOf(it, file)))
          .map(it -> store.files().find(tx, it.leg().complaint(), it.place()))
          .flatMap(Optional::stream)
          .distinct()
          .forEach(files::add);
    }
    return new FileReport(
        files.stream().limit(ITEMS_MAX).map(file -> Item.of(file, deliveries)).toList(),
        files.size() > ITEMS_MAX);
  }

  private static boolean isOf(FileDelivery delivery, CaseFile file) {
    return delivery.place() == file.place() && delivery.leg().complaint().equals(file.complaint());
  }
}

package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.CaseFile.State;
import id.aduan.lapor.attachment.FileCopy;
import id.aduan.lapor.attachment.StoredFile;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.sync.CaseFiles.Kept;
import id.aduan.lapor.sync.CaseFiles.Page;
import id.aduan.lapor.sync.FileDeliveries.Load;
import id.aduan.lapor.sync.FileDelivery;
import id.aduan.lapor.sync.FileDelivery.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How far the files of cases are, in every store. */
class FilesTest extends StoreRig {
  private static final StoredFile STORED =
      new StoredFile("ab".repeat(32), 5_000_000_000L, "image/png");

  private static CaseFile file(String id, int place, String url, State state) {
    return new CaseFile(
        new TrackingId(id),
        place,
        new Attachment("ZZPII", url),
        state,
        "",
        0,
        List.of(),
        Optional.empty(),
        List.of(),
        NOW);
  }

  private void add(CaseFile... files) {
    boolean unused =
        store.inTransaction(
            tx -> {
              for (CaseFile file : files) {
                store.files().add(tx, file);
              }
              return true;
            });
  }

  private List<CaseFile> of(String id) {
    return store.read(tx -> store.files().of(tx, new TrackingId(id)));
  }

  private Page after(long number) {
    return store.read(tx -> store.files().after(tx, number, 2));
  }

  @Test
  void a_file_comes_back_as_it_was_noted() {
    CaseFile waiting = file("9500001", 1, "https://a/1", State.WAITING);
    CaseFile here =
        new CaseFile(
            waiting.complaint(),
            1,
            waiting.attachment(),
            State.HERE,
            "released",
            3,
            List.of("a.b", "c.d"),
            Optional.of(STORED),
            List.of(new FileCopy(FileCopy.Kind.CLEANED, STORED, "looker 1")),
            NOW.plusSeconds(5));
    add(
        waiting,
        file("9500001", 2, "https://a/1", State.LOST),
        file("9500001", 1, "https://a/3", State.LOST));
    assertThat(of("9500001")).containsExactly(waiting);

    boolean unused =
        store.inTransaction(
            tx -> {
              store.files().save(tx, here);
              return true;
            });

    assertThat(of("9500001")).containsExactly(here);
  }

  @Test
  void those_that_wait_are_counted_and_listed_and_all_are_paged_through() {
    add(
        file("9500001", 1, "https://a/1", State.LOST),
        file("9500001", 2, "https://a/2", State.HERE),
        file("9500002", 1, "https://a/1", State.QUARANTINED));

    Map<State, Long> counts = store.read(tx -> store.files().counts(tx));
    List<CaseFile> lost = store.read(tx -> store.files().in(tx, State.LOST, 10));

    assertThat(counts)
        .isEqualTo(
            Map.of(State.WAITING, 0L, State.LOST, 1L, State.QUARANTINED, 1L, State.REFUSED, 0L));
    assertThat(lost).hasSize(1);
    Page first = after(0);
    assertThat(first.files()).extracting(CaseFile::place).containsExactly(1, 2);
    assertThat(first.isLast()).isFalse();
    assertThat(after(first.last()).files()).extracting(CaseFile::place).containsExactly(1);
    assertThat(after(first.last()).isLast()).isTrue();
  }

  @Test
  @Tag("C20")
  void a_damaged_row_is_left_out_and_stops_nothing() throws Exception {
    add(
        file("9500001", 1, "https://a/1", State.LOST),
        file("9500001", 2, "https://a/2", State.LOST));

    tamper("update lapor_file set reason = 'x' where place = 1");

    assertThat(of("9500001")).extracting(CaseFile::place).containsExactly(2);
    assertThat(store.verify(damage -> {}).damages()).isEqualTo(1);
  }

  @Test
  @Tag("C20")
  void a_row_that_is_not_even_of_a_case_hides_no_other() throws Exception {
    add(
        file("9500001", 1, "https://a/1", State.LOST),
        file("9500002", 1, "https://a/1", State.LOST),
        file("9500003", 1, "https://a/1", State.LOST));

    tamper("update lapor_file set tracking_id = 'x' || tracking_id where tracking_id <> '9500003'");

    List<CaseFile> lost = store.read(tx -> store.files().in(tx, State.LOST, 10));
    assertThat(lost).extracting(it -> it.complaint().value()).containsExactly("9500003");
    Page damaged = after(0);
    assertThat(damaged.files()).isEmpty();
    assertThat(damaged.isLast()).isFalse();
    assertThat(after(damaged.last()).files()).hasSize(1);
  }

  @Test
  @Tag("C20")
  void a_damaged_row_keeps_its_place() throws Exception {
    add(
        file("9500001", 1, "https://a/1", State.LOST),
        file("9500001", 2, "https://a/2", State.LOST));

    tamper("update lapor_file set reason = 'x' where place = 2");

    int last = store.read(tx -> store.files().lastPlace(tx, new TrackingId("9500001")));
    int ofNone = store.read(tx -> store.files().lastPlace(tx, new TrackingId("9500002")));
    assertThat(last).isEqualTo(2);
    assertThat(ofNone).isZero();
  }

  @Test
  void what_is_kept_is_counted_with_its_bytes() {
    add(file("9500001", 1, "https://a/1", State.LOST));
    CaseFile here = kept("9500001", 2);
    add(here, kept("9500002", 1));

    Kept kept = store.read(tx -> store.files().kept(tx));
    assertThat(kept).isEqualTo(new Kept(2, 10_000_000_000L));
    Optional<CaseFile> second = store.read(tx -> store.files().find(tx, here.complaint(), 2));
    Optional<CaseFile> third = store.read(tx -> store.files().find(tx, here.complaint(), 3));
    assertThat(second).contains(here);
    assertThat(third).isEmpty();
  }

  private static CaseFile kept(String id, int place) {
    CaseFile waiting = file(id, place, "https://a/" + place, State.HERE);
    return new CaseFile(
        waiting.complaint(),
        place,
        waiting.attachment(),
        State.HERE,
        "",
        1,
        List.of(),
        Optional.of(STORED),
        List.of(),
        NOW);
  }

  private static FileDelivery delivery(
      String agency, String id, int place, FileDelivery.State state) {
    return new FileDelivery(
        new AgencyCode(agency),
        Reference.of(new TrackingId(id)),
        place,
        Form.MAIN,
        STORED.sha256(),
        state,
        "",
        "",
        NOW);
  }

  @Test
  void what_an_agency_has_or_is_to_get_is_counted_and_what_it_does_not_take_is_listed() {
    FileDelivery refused = delivery("dishub", "9500001", 3, FileDelivery.State.REFUSED);
    add(kept("9500001", 1), kept("9500001", 2), kept("9500001", 3));
    boolean unused =
        store.inTransaction(
            tx -> {
              var deliveries = store.files().deliveries();
              deliveries.save(tx, delivery("dishub", "9500001", 1, FileDelivery.State.SENT));
              deliveries.save(tx, delivery("dishub", "9500001", 2, FileDelivery.State.DUE));
              deliveries.save(tx, refused);
              deliveries.save(tx, delivery("kantah", "9500001", 1, FileDelivery.State.REFUSED));
              return true;
            });

    Reference leg = Reference.of(new TrackingId("9500001"));
    Load load =
        store.read(tx -> store.files().deliveries().load(tx, refused.agency(), leg, 2, Form.MAIN));
    Optional<FileDelivery> third =
        store.read(tx -> store.files().deliveries().find(tx, refused.agency(), leg, 3, Form.MAIN));
    List<FileDelivery> oldest = store.read(tx -> store.files().deliveries().refused(tx, 1));
    Map<String, Long> counts = store.read(tx -> store.files().deliveries().refusedCounts(tx));
    assertThat(load).isEqualTo(new Load(1, STORED.bytes()));
    assertThat(third).contains(refused);
    assertThat(oldest).containsExactly(refused);
    assertThat(counts).isEqualTo(Map.of("dishub", 1L, "kantah", 1L));
  }
}

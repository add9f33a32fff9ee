package id.aduan.lapor.runner;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalEntry.Kind;
import id.aduan.lapor.portal.PortalEntry.Origin;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalFiler.Report;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalReader.Page;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.profile.Profiles;
import id.aduan.lapor.portal.profile.StreamProfile;
import id.aduan.lapor.portal.profile.V3Profile;
import id.aduan.lapor.portal.profile.V3Profile.Master;
import id.aduan.lapor.portal.stream.StreamPortal;
import id.aduan.lapor.portal.stream.StreamSettings;
import id.aduan.lapor.portal.stream.Topics;
import id.aduan.lapor.portal.v3.V3Calls;
import id.aduan.lapor.portal.v3.V3Credentials;
import id.aduan.lapor.portal.v3.V3Portal;
import id.aduan.lapor.portal.v3.V3Settings;
import id.aduan.lapor.simulator.NewComplaint;
import id.aduan.lapor.simulator.PageSizes;
import id.aduan.lapor.simulator.PortalCredentials;
import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.PortalSimulator;
import id.aduan.lapor.simulator.ReceivedFollowUp;
import id.aduan.lapor.simulator.WireSettings;
import id.aduan.lapor.simulator.fault.Fault;
import id.aduan.lapor.simulator.fault.FaultKind;
import id.aduan.lapor.simulator.fault.Place;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.Secret;
import id.aduan.lapor.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped profiles speak with the simulator, in every shape that it can take. */
class SimulatorWiresTest {
  private static final String OURS = "12938";
  private static final String TARGET = "14627";
  private static final PortalFile PHOTO = new PortalFile("foto.jpg", "image/jpeg", new byte[] {1});
  private static final PortalFile LETTER =
      new PortalFile("surat.pdf", "application/pdf", new byte[] {2});
  private static final Report REPORT =
      new Report(
          "Lampu padam",
          "[Nomor Tiket Bintan: 0001]. Lampu jalan padam.",
          "[Nomor Tiket Bintan: 0001]",
          Optional.of("1398"),
          Optional.empty(),
          Optional.of(LocalDate.of(2026, 11, 20)),
          true,
          false,
          Reporter.NOBODY);

  @TempDir private Path folder;
  private final PortalSimulator far =
      PortalSimulator.start(PortalSettings.defaults().withPageSizes(new PageSizes(2, 2, 2)));

  @AfterEach
  void stop() {
    far.close();
  }

  private V3Portal portal(String differences) throws IOException {
    Files.writeString(folder.resolve("ours.yaml"), "extends: simulator\n" + differences);
    Problems problems = new Problems();
    byte[] named = "profile: ours.yaml".getBytes(StandardCharsets.UTF_8);
    V3Profile profile =
        (V3Profile)
            Profiles.named(
                YamlFile.parse("lapor.yaml", named, problems).scalar("profile").orElseThrow(),
                folder,
                problems);
    problems.throwIfAny();
    PortalCredentials login = PortalCredentials.INVENTED;
    return new V3Portal(
        new V3Settings(
            far.baseUri(),
            V3Credentials.of(
                profile.headers(), Secret.of(login.headerValue()), Secret.of(login.token())),
            profile,
            OURS,
            "7001",
            V3Calls.DEFAULT),
        new JdkHttpTransport(),
        InstantSource.system(),
        new SplittableRandom(1));
  }

  private static TrackingId created(DeliveryResult result) {
    assertThat(result).isInstanceOf(Accepted.class);
    return new TrackingId(((Accepted) result).reference());
  }

  @ParameterizedTest
  @CsvSource({
    "TOP, no, ARRAY, json-array, text:[]",
    "TOP, yes, DOTTED, json-array-dot, false",
    "DATA, no, ANY, json-array, false",
    "RESULTS, yes, ANY, json-array-dot, text:[]"
  })
  @Tag("portal-wire-12.2")
  @Tag("portal-wire-12.3")
  @Tag("portal-wire-12.4")
  void a_report_is_uploaded_created_found_and_forwarded(
      String place, String text, String taken, String way, String none) throws IOException {
    far.wire(
        far.wire().with("idPlace", place).with("idText", text).with("createAttachments", taken));
    V3Portal portal = portal("create: {attachments: " + way + ", noAttachments: '" + none + "'}");

    Accepted uploaded = (Accepted) portal.upload(List.of(PHOTO, LETTER));
    TrackingId id = created(portal.create(REPORT, uploaded.reference()));
    assertThat(portal.findCreated(REPORT, Instant.EPOCH)).isEqualTo(new Lookup.Found(id.value()));
    assertThat(created(portal.create(REPORT, ""))).as("without files").isNotEqualTo(id);
    assertThat(portal.isForwarded(id, TARGET)).isInstanceOf(Lookup.Absent.class);
    assertThat(portal.forward(id, TARGET, "Diteruskan")).isInstanceOf(Accepted.class);

    Complaint there = portal.complaint(id).complaint();
    assertThat(portal.findCreated(REPORT, Instant.EPOCH)).isInstanceOf(Lookup.CannotTell.class);
    assertThat(portal.isForwarded(id, TARGET)).isInstanceOf(Lookup.Found.class);
    assertThat(there.attachments()).extracting("fileName").containsOnly("foto.jpg", "surat.pdf");
    assertThat(there.visibility().anonymous()).isEqualTo(Flag.TRUE);
    assertThat(there.visibility().secret()).isEqualTo(Flag.FALSE);
    assertThat(there.category().orElseThrow().id()).isEqualTo("1398");
  }

  @ParameterizedTest
  @CsvSource({
    "LOST_ANSWER, Unknown, true",
    "WITHOUT_ID, Unknown, true",
    "ERROR_BODY, Unknown, true",
    "LOST_REQUEST, Unknown, false",
    "GATEWAY_PAGE, Unknown, false",
  })
  @Tag("portal-wire-12.4")
  void what_nobody_knows_of_a_create_is_found_out_by_looking(
      FaultKind fault, String end, boolean stands) throws IOException {
    V3Portal portal = portal("");
    far.faults().add(Fault.of(fault).at(Place.CREATE).times(1));

    assertThat(portal.create(REPORT, "").getClass().getSimpleName()).isEqualTo(end);

    assertThat(portal.findCreated(REPORT, Instant.EPOCH))
        .isInstanceOf(stands ? Lookup.Found.class : Lookup.Absent.class);
  }

  @Test
  @Tag("portal-wire-12.10")
  void everything_that_was_said_and_done_comes_as_entries_from_all_pages() throws IOException {
    V3Portal portal = portal("");
    TrackingId id = created(portal.create(REPORT, ""));
    far.assign(id.value(), Integer.parseInt(TARGET));
    FollowUp answer =
        new FollowUp(
            id,
            new AgencyCode("dishub"),
            "17",
            Instant.EPOCH,
            "Sudah kami perbaiki & aman",
            List.of(),
            true,
            "",
            1,
            List.of());
    assertThat(portal.publish(answer, List.of(PHOTO, LETTER), new IdempotencyKey("k")))
        .isInstanceOf(Accepted.class);
    for (int i = 0; i < 5; i++) {
      far.reply(id.value(), "Belum menyala " + i);
    }

    PortalState state = portal.complaint(id);

    List<PortalEntry> said =
        state.entries().stream().filter(it -> it.origin() == Origin.FOLLOW_UP).toList();
    assertThat(said).filteredOn(it -> it.kind() == Kind.REPORTER_REPLY).hasSize(5);
    assertThat(said).filteredOn(it -> it.kind() == Kind.DISPOSITION).isNotEmpty();
    assertThat(said)
        .filteredOn(it -> it.kind() == Kind.ANSWER)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.text()).isEqualTo(answer.content());
              assertThat(it.secret()).isEqualTo(Flag.TRUE);
              assertThat(it.from().orElseThrow().id()).isEqualTo(OURS);
              assertThat(it.attachments()).hasSize(2);
              assertThat(it.attachments().get(0).url()).startsWith("http://");
            });
    assertThat(state.entries())
        .allSatisfy(it -> assertThat(it.text()).doesNotContain("{{").doesNotContain("<"))
        .anySatisfy(it -> assertThat(it.text()).contains("didisposisikan ke"))
        .anySatisfy(it -> assertThat(it.after()).isPresent());
    assertThat(state.entries()).extracting(it -> it.at().orElseThrow()).isSorted();
    assertThat(state.unfamiliar()).isEmpty();
    ReceivedFollowUp received = far.ledger().followUps(id.value()).get(0);
    assertThat(received.files())
        .extracting("field")
        .containsExactly("attachment[0]", "attachment[1]");
    assertThat(portal.find(answer, 0)).isInstanceOf(Lookup.Found.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LARAVEL|page, next: /results/next_page_url",
        "PAGE|page, next: 'jsonata:results.current_page < results.last_page'",
        "LINK|next, next: /results/next_page_url",
        "CURSOR|cursor, parameter: cursor, next: /results/next_cursor"
      })
  void a_list_is_read_to_its_end_however_it_is_paged(String shape, String paging)
      throws IOException {
    far.wire(far.wire().with("paging", shape));
    V3Portal portal = portal("list: {paging: " + paging + "}");
    List<String> filed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      filed.add(
          far.fileComplaint(
              NewComplaint.of(
                  "Jalan " + i, "Rusak", new id.aduan.lapor.simulator.Reporter("A", "0", "a@x"))));
    }

    List<String> read = new ArrayList<>();
    Optional<String> place = Optional.of(PortalReader.FIRST);
    while (place.isPresent()) {
      Page page = portal.changed(Optional.empty(), place.get());
      page.states().forEach(it -> read.add(it.complaint().id().value()));
      place = page.next();
    }

    assertThat(read).containsExactlyInAnyOrderElementsOf(filed);
  }

  @Test
  void the_masters_are_read_to_their_ends() throws IOException {
    V3Portal portal = portal("masters: {institutions: {query: {page_size: 2}}}");

    assertThat(portal.master(Master.INSTITUTIONS).orElseThrow())
        .extracting(V3Portal.MasterItem::id)
        .contains(OURS, TARGET, "151345");
    assertThat(portal.master(Master.TEMPLATES).orElseThrow())
        .extracting(V3Portal.MasterItem::id)
        .contains("disposition", "reply_lmw");
    assertThat(portal.master(Master.CATEGORIES).orElseThrow()).isNotEmpty();
  }

  private StreamSettings older(String token) {
    return new StreamSettings(
        far.pageUri().resolve("/api"),
        (StreamProfile) Profiles.shipped("stream"),
        Secret.of(token),
        new HttpBounds(Duration.ofSeconds(2), Duration.ofSeconds(5), HttpBounds.REPLY_BYTES_MAX),
        TlsIdentity.SYSTEM);
  }

  @Test
  void the_older_wire_files_a_report_and_tells_the_topics() throws IOException {
    StreamSettings settings = older(PortalCredentials.INVENTED.token());
    StreamPortal portal =
        new StreamPortal(settings, new JdkHttpTransport(), InstantSource.system());

    TrackingId id = created(portal.create(REPORT, ""));

    Complaint there = portal("").complaint(id).complaint();
    assertThat(there.content()).contains("[Nomor Tiket Bintan: 0001]");
    assertThat(there.visibility().anonymous()).isEqualTo(Flag.TRUE);
    assertThat(there.visibility().secret()).isEqualTo(Flag.FALSE);
    assertThat(new Topics(settings, new JdkHttpTransport(), InstantSource.system()).read())
        .isNotEmpty();
  }

  @Test
  void the_older_wire_tells_a_wrong_token_from_an_answer_that_was_lost() {
    DeliveryResult wrong =
        new StreamPortal(older("{X}"), new JdkHttpTransport(), InstantSource.system())
            .create(REPORT, "");
    far.faults().add(Fault.of(FaultKind.WITHOUT_ID).at(Place.STREAM).times(1));
    DeliveryResult without =
        new StreamPortal(
                older(PortalCredentials.INVENTED.token()),
                new JdkHttpTransport(),
                InstantSource.system())
            .create(REPORT, "");

    assertThat(wrong).isInstanceOf(RetryLater.class);
    assertThat(without).isInstanceOf(DeliveryResult.Unknown.class);
  }

  @Test
  void what_is_seen_of_the_real_portal_alone_is_enough_to_read_a_case() throws IOException {
    far.wire(WireSettings.BARE);
    V3Portal portal = portal("list: {path: none}");
    TrackingId id = created(portal.create(REPORT, ""));

    assertThat(portal.complaint(id).whole()).isTrue();
    assertThat(portal.findCreated(REPORT, Instant.EPOCH)).isInstanceOf(Lookup.CannotTell.class);
  }
}

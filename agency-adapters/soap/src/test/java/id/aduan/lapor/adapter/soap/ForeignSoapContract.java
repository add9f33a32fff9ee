package id.aduan.lapor.adapter.soap;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.TextLimits;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.testkit.AgencyAdapterContract;
import id.aduan.lapor.testkit.AgencyAttachContract;
import id.aduan.lapor.testkit.AgencyChangesContract;
import id.aduan.lapor.testkit.AgencyFindContract;
import id.aduan.lapor.testkit.AgencyUpdateContract;
import id.aduan.lapor.testkit.FarEnd;
import id.aduan.lapor.testkit.FaultyHttpServer;
import id.aduan.lapor.testkit.SampleComplaints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract against a server that is not CXF, through a proxy that fails; and the server by
 * itself, with its own manner of speaking HTTP.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ForeignSoapContract extends AgencyAdapterContract
    implements AgencyFindContract,
        AgencyUpdateContract,
        AgencyChangesContract,
        AgencyAttachContract {
  private static final String ATTACH =
      """

      attach:
        operation: lampirkanBerkas
        fields: {nomorTiket: ticket, namaBerkas: fileName, isi: base64}
        code: kode
        okCodes: ["00"]
      """;
  private static final String OURS = "8123456";
  private final JdkHttpTransport http = new JdkHttpTransport();
  private Settings settings;
  private ForeignOffice office;
  private FaultyHttpServer server;
  private AgencyAdapter adapter;
  private AgencyAdapter direct;

  /** Starts the server with this WSDL, or skips the tests where its language is not installed. */
  abstract ForeignOffice start(Path wsdl, Path scripts) throws Exception;

  @BeforeAll
  final void open(@TempDir Path folder) throws Exception {
    settings = Settings.in(folder);
    prepare(settings);
    office = start(folder.resolve("kantor.wsdl"), Path.of("src/test/resources/foreign"));
    server = FaultyHttpServer.before(new OfficeFront(office.client(), office.soap()));
    adapter = adapter(settings, server.uri() + "/soap", http);
    direct = adapter(settings, office.soap().toString(), http);
  }

  void prepare(Settings settings) throws IOException {}

  private static AgencyAdapter adapter(Settings settings, String address, JdkHttpTransport http)
      throws IOException {
    return settings.adapterOf(settings.yaml(address).replace("PT2S", "PT4S") + ATTACH, http);
  }

  @AfterAll
  final void end() {
    if (office != null) {
      direct.close();
      adapter.close();
      server.close();
      office.close();
    }
    http.close();
  }

  @Test
  @Tag("C7")
  void withNothingInBetweenATicketIsOpenedFoundAndAnswered() {
    DeliveryResult opened = open("Isi laporan.");
    String number = office.tickets().get(0).number();
    office.write(number, "PUBLIK", "Sudah <kami> tangani & selesai \uD83D\uDE4F.", "SELESAI");

    assertThat(opened).isEqualTo(new Accepted(number));
    assertThat(direct.find(Reference.of(new TrackingId(OURS)))).isEqualTo(new Lookup.Found(number));
    assertThat(direct.find(Reference.of(new TrackingId("8123457")))).isEqualTo(new Lookup.Absent());
    assertThat(direct.changes("").changes())
        .extracting(TicketChange::text)
        .containsExactly("Sudah <kami> tangani & selesai \uD83D\uDE4F.");
  }

  @Test
  @Tag("C7")
  void aDocumentedFaultOfItsKindIsARefusal() {
    assertThat(open("TOLAK laporan ini."))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo("soap.fault"));
    assertThat(office.tickets()).isEmpty();
  }

  @Test
  @Tag("C7")
  void aTicketThatIsThereAlreadyIsRefusedByItsCode() {
    DeliveryResult first = open("Isi laporan, GANDA.");

    DeliveryResult second = open("Isi laporan, GANDA.");

    assertThat(first).isInstanceOf(Accepted.class);
    assertThat(second).isEqualTo(new Refused("soap.code", "kirimPengaduan was refused with 41"));
    assertThat(office.tickets()).hasSize(1);
  }

  private DeliveryResult open(String content) {
    return direct.open(
        SampleComplaints.identified(OURS, "Lampu jalan", content), new IdempotencyKey("k"));
  }

  @Override
  public AgencyAdapter adapter() {
    return adapter;
  }

  @Override
  public AgencyAdapter another() {
    try {
      return adapter(settings, server.uri() + "/soap", http);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public TextLimits limits() {
    return new TextLimits(100, 1000, "");
  }

  @Override
  public List<String> secrets() {
    return List.of(Settings.PASSWORD);
  }

  @Override
  public FarEnd farEnd() {
    return new OfficeFarEnd(
        server,
        new OfficeFarEnd.Desk(office::forget, office::tickets, office::write, office::files));
  }
}

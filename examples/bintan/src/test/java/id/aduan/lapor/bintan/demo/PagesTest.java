package id.aduan.lapor.bintan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.bintan.browser.Browser;
import id.aduan.lapor.bintan.desk.Ticket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A citizen complains and an officer answers, both in a real browser. */
@Tag("slow")
class PagesTest {
  private static final Path SHIPPED = Path.of("config", "lapor.yaml");

  @TempDir private Path dir;

  @ParameterizedTest(name = "push {0}")
  @ValueSource(booleans = {true, false})
  void a_complaint_from_the_citizens_page_is_answered_on_the_officers_page(boolean push)
      throws Exception {
    DemoFolder folder = DemoFolder.fresh(dir.resolve("demo"));
    Secrets secrets = Secrets.random(new SecureRandom());
    secrets.writeTo(folder.secrets());
    Ports ports = FreePorts.take();
    Path configuration = folder.configuration(SHIPPED, ports);
    DemoOptions options = DemoOptions.DEFAULT.withPush(push, false);
    try (World world = World.open(folder, ports, secrets, options);
        ConnectorProcess connector = ConnectorProcess.start(configuration, folder.connectorLog());
        Browser browser = Browser.start(dir.resolve("profile"))) {
      connector.awaitReady(ports.connector());

      String id = complain(browser, world);
      Ticket ticket = awaitTicket(world, id);
      answer(browser, world, ticket);
      awaitAnswerOn(browser, world, id);

      assertThat(ticket.rawRequest()).doesNotContain("ZZPII");
      assertThat(browser.text()).doesNotContain("Hanya untuk kantor");
    }
  }

  private static String complain(Browser browser, World world) throws Exception {
    browser.open(world.portal().pageUri().toString());
    browser.type("[name=judul]", "Lampu jalan padam di Kijang");
    browser.type(
        "[name=kronologi]",
        "Lampu jalan di depan pasar Kijang padam sejak tiga hari, \"gelap\" & berbahaya.");
    browser.date("[name=tanggal]", LocalDate.of(2026, 11, 20));
    browser.type("[name=tempat]", "Kijang, Bintan Timur");
    browser.click("[name=kategori] option[value='1398']");
    browser.type("[name=nama]", "Siti ZZPII-1");
    browser.type("[name=telepon]", "081200000000");
    browser.type("[name=surel]", "zzpii-1@example.invalid");
    browser.click("[name=anonim]");
    browser.submit("form[action='/lapor'] button");
    String address = browser.address();
    assertThat(address).contains("/lacak/");
    return address.replaceAll(".*/lacak/(\\d+).*", "$1");
  }

  private static Ticket awaitTicket(World world, String id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> world.opd().ledger().ticketsFor(id).size() == 1);
    return world.opd().ledger().ticketsFor(id).get(0);
  }

  private static void answer(Browser browser, World world, Ticket ticket) throws Exception {
    browser.open(world.opd().baseUri().resolve("/petugas").toString());
    browser.follow(ticket.number());
    browser.type("form:has([value=catat]) [name=isi]", "Hanya untuk kantor: tunggu suku cadang.");
    browser.type("form:has([value=catat]) [name=petugas]", "Budi");
    browser.submit("form:has([value=catat]) button");
    browser.type("form:has([value=jawab]) [name=isi]", "Lampu sudah kami perbaiki.");
    browser.type("form:has([value=jawab]) [name=petugas]", "Budi");
    browser.submit("form:has([value=jawab]) button");
    assertThat(browser.text()).contains("Lampu sudah kami perbaiki.");
  }

  private static void awaitAnswerOn(Browser browser, World world, String id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () -> {
              browser.open(world.portal().pageUri().resolve("/lacak/" + id).toString());
              assertThat(browser.text()).contains("Lampu sudah kami perbaiki.");
            });
  }
}

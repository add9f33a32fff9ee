package id.aduan.lapor.bintan.front;

import id.aduan.lapor.bintan.desk.CaseRegister;
import id.aduan.lapor.bintan.desk.Ledger;
import id.aduan.lapor.bintan.desk.LedgerFile;
import id.aduan.lapor.bintan.desk.Numbering;
import id.aduan.lapor.bintan.desk.StatusWords;
import id.aduan.lapor.bintan.desk.Timeline;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One agency's register, officers' pages and server; its interface is added by its system. */
public final class AgencyHost implements AutoCloseable {
  private final AgencySettings settings;
  private final @Nullable LedgerFile ledgerFile;
  private final Timeline timeline;
  private final CaseRegister register;
  private final TroubleSwitch troubles = new TroubleSwitch();
  private final AgencyServer server;

  public AgencyHost(
      String agency, AgencySettings settings, StatusWords words, Numbering numbering) {
    this.settings = settings;
    ledgerFile = open(settings.ledgerFile());
    timeline = new Timeline(agency, settings.clock());
    register =
        new CaseRegister(words, numbering, settings.clock(), new Ledger(ledgerFile), timeline);
    server = new AgencyServer(agency, settings);
  }

  private static @Nullable LedgerFile open(@Nullable Path file) {
    return file == null ? null : LedgerFile.open(file);
  }

  /** Requests under {@code path} pass the front, then {@code gate}. */
  public AgencyHost front(String path, TroubleVoice voice, int bodyBytesMax, Filter gate) {
    server.filter(path, new Front(troubles, voice, timeline, settings, bodyBytesMax));
    server.filter(path, gate);
    return this;
  }

  public AgencyHost servlet(String path, HttpServlet servlet) {
    server.servlet(path, servlet);
    return this;
  }

  /** Puts the officers' pages at {@code path}, under {@code title}. */
  public AgencyHost officerPages(String path, String title, List<String> units) {
    var servlet = new OfficerServlet(register, new OfficerPages(path, title, units, register));
    server.servlet(path, servlet).servlet(path + "/*", servlet);
    return this;
  }

  public CaseRegister register() {
    return register;
  }

  public Timeline timeline() {
    return timeline;
  }

  public TroubleSwitch troubles() {
    return troubles;
  }

  public void start() {
    server.start();
  }

  public URI baseUri() {
    return server.baseUri();
  }

  @Override
  public void close() {
    server.close();
    if (ledgerFile != null) {
      ledgerFile.close();
    }
  }
}

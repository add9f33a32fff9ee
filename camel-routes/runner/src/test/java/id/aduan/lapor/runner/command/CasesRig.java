package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.runner.LateTransport;
import id.aduan.lapor.runner.RunningConnector;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.CaseStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** A configuration, its store with cases, and commands on them: by a connector that runs or not. */
final class CasesRig {
  static final Instant RECEIVED = Instant.parse("2026-11-23T04:00:00Z");
  final SampleConfig sample;
  private final Path store;
  private final Shell shell = new Shell();

  /** Makes the configuration and an empty store in this folder. */
  CasesRig(Path folder) {
    this.sample = SampleConfig.in(folder);
    this.store = folder.resolve("store/lapor.db");
    start().close();
  }

  RunningConnector start() {
    LateTransport transport = new LateTransport();
    return RunningConnector.start(sample.load(transport), transport);
  }

  /** Writes into the store; no connector may run. */
  void write(BiConsumer<CaseStore, Tx> work) {
    try (JdbcStore open = JdbcStore.sqlite(store, keys())) {
      boolean unused =
          open.inTransaction(
              tx -> {
                work.accept(open, tx);
                return true;
              });
    }
  }

  <T> T read(BiFunction<CaseStore, Tx, T> work) {
    try (JdbcStore open = JdbcStore.sqliteReadOnly(store, keys())) {
      return open.read(tx -> work.apply(open, tx));
    }
  }

  private KeysetSealer keys() {
    return KeysetSealer.ofFile(JdbcStore.keysBeside(store));
  }

  /** A case that is with dishub, of a reporter of whom the portal does not say who may know. */
  static CaseRecord request(String id, Instant received) {
    return record(
        new Complaint(
            new TrackingId(id),
            "Berapa biaya KTP?",
            "ZZPII isi",
            Optional.of(new Category("1398", "")),
            new Classification(Classification.Kind.INFORMATION_REQUEST, "Permintaan Informasi"),
            "Website",
            Visibility.UNKNOWN,
            Optional.of(received),
            Optional.empty(),
            "",
            Status.UNKNOWN,
            Optional.empty(),
            List.of(),
            new Reporter("ZZPII nama", "ZZPII", "zzpii@example.invalid"),
            List.of()));
  }

  /** The case of a complaint, with dishub. */
  static CaseRecord record(Complaint complaint) {
    CaseRecord.Assignment dishub =
        new CaseRecord.Assignment(new AgencyCode("dishub"), "CATEGORY", "mapping.yaml:4", "1");
    return new CaseRecord(
        complaint,
        OptionalLong.of(1),
        Optional.empty(),
        complaint.receivedAt().orElse(RECEIVED),
        Optional.of(dishub));
  }

  /** Runs one command with the configuration. */
  int run(String... words) {
    String[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--config";
    all[words.length + 1] = "" + sample.file();
    return shell.run(all);
  }

  String out() {
    return shell.out();
  }

  String err() {
    return shell.err();
  }
}

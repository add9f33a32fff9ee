package id.aduan.lapor.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.sync.MappingCompiler;
import id.aduan.lapor.sync.MappingDesk;
import id.aduan.lapor.sync.MappingDesk.Order;
import id.aduan.lapor.sync.Operator;
import id.aduan.lapor.yaml.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Processes on one store, and what they decide by. */
abstract class MappingDeskRig extends StoreRig {
  static final Operator SITI = new Operator("siti", "OPD baru");
  final List<Alert> alerts = new ArrayList<>();
  List<String> agencies = List.of("dishub", "dinkes");
  Instant now = NOW;

  /** A process on the store, with what it decides by. */
  record Node(Mappings mappings, MappingDesk desk) {}

  static byte[] yaml(String version, String agency) {
    return (alone(version, agency) + "agencies:\n  dishub:\n  dinkes:\n").getBytes(UTF_8);
  }

  /** A file that names one agency, whatever others there are. */
  static String alone(String version, String agency) {
    return "version: \"%s\"\ndefault: %s\n".formatted(version, agency);
  }

  Node node(String version, String agency) {
    return node(yaml(version, agency));
  }

  Node node(byte[] file) {
    List<String> known = agencies;
    Problems problems = new Problems();
    Mapping configured = Mapping.parse("m.yaml", file, known, problems);
    problems.throwIfAny();
    Mappings mappings = Mappings.of(configured);
    return new Node(
        mappings,
        new MappingDesk(
            store,
            mappings,
            new MappingCompiler(store, Set.copyOf(known)),
            configured,
            () -> now,
            alerts::add));
  }

  Node started(String version, String agency) {
    Node node = node(version, agency);
    node.desk().begin();
    return node;
  }

  static Order order(String version, String agency, Optional<Instant> at) {
    return new Order("m.yaml", yaml(version, agency), at, SITI);
  }

  String counting(Node node) {
    return node.mappings().at(now).version();
  }

  List<AuditEntry> trail() {
    return store.read(tx -> store.audit().about(tx, "mapping"));
  }
}

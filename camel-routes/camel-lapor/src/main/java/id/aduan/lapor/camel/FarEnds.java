package id.aduan.lapor.camel;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.sync.AgencyPoll;
import java.util.Collection;
import java.util.TreeSet;

/** Finds what an address names in a connector, or says what there is instead. */
final class FarEnds {
  private FarEnds() {}

  /** The target whose entries an address gives out. */
  static String target(LaporConnector connector, LaporAddress address) {
    return switch (address.operation()) {
      case DELIVERIES -> agency(connector, address);
      case CHANGES -> Targets.PORTAL;
      case FETCHES -> Targets.PORTAL_READ;
      case DELIVER, POLL ->
          throw new IllegalArgumentException(
              "'"
                  + address
                  + "' is sent to; a route begins with lapor:deliveries/{agency},"
                  + " lapor:changes or lapor:fetches");
    };
  }

  private static String agency(LaporConnector connector, LaporAddress address) {
    Collection<String> known = new TreeSet<>(connector.targets().keySet());
    known.remove(Targets.PORTAL);
    known.remove(Targets.PORTAL_READ);
    if (!known.contains(address.name())) {
      throw unknown(address, "agencies", known);
    }
    return address.name();
  }

  /** The poll that an address names. */
  static Runnable poll(LaporConnector connector, LaporAddress address) {
    if (address.name().equals(Targets.PORTAL)) {
      return connector.portalPoll()::pollOnce;
    }
    if (address.name().equals(Targets.DEADLINES)) {
      return connector.deadlineRound()::runOnce;
    }
    if (address.name().equals(Targets.EXPORTS) && connector.exportFolder().isPresent()) {
      return connector.exportFolder().get()::lookOnce;
    }
    if (address.name().equals(Targets.PORTAL_CARE)) {
      return connector.portalRound()::runOnce;
    }
    for (AgencyCode code : connector.agencyPolls().keySet()) {
      if (code.value().equals(address.name())) {
        AgencyPoll poll = connector.agencyPolls().get(code);
        return poll::pollOnce;
      }
    }
    Collection<String> known = new TreeSet<>();
    known.add(Targets.PORTAL);
    known.add(Targets.PORTAL_CARE);
    known.add(Targets.DEADLINES);
    connector.exportFolder().ifPresent(folder -> known.add(Targets.EXPORTS));
    connector.agencyPolls().keySet().forEach(code -> known.add(code.value()));
    throw unknown(address, "polls", known);
  }

  private static IllegalArgumentException unknown(
      LaporAddress address, String what, Collection<String> known) {
    return new IllegalArgumentException(
        "'"
            + address
            + "' names nothing; the "
            + what
            + " of this connector are "
            + String.join(", ", known));
  }
}

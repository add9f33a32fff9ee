package id.aduan.lapor;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.sync.CaseDesk;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.CoordinatorRules;
import id.aduan.lapor.sync.IntakeParts;
import id.aduan.lapor.sync.PortalDelivery;
import id.aduan.lapor.sync.PortalForwarding;
import id.aduan.lapor.sync.PortalWrites;
import java.time.InstantSource;
import java.util.Set;

/** What the coordinator's acts are made of. */
record CoordinatorParts(
    CaseStore store, IntakeParts parts, CoordinatorRules rules, InstantSource time) {

  /** All that is written to the portal: answers, and what is given back there. */
  PortalWrites writes(PortalDelivery answers, PortalReader portal) {
    return new PortalWrites(
        answers,
        rules.forwarding().map(filer -> new PortalForwarding(filer, portal, store, parts, time)));
  }

  CaseDesk desk(Set<AgencyCode> agencies) {
    return new CaseDesk(store, parts, rules, agencies, time);
  }
}

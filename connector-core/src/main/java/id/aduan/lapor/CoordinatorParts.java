package id.aduan.lapor;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.sync.AnswerFiles;
import id.aduan.lapor.sync.CaseDesk;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.ComplaintIntake;
import id.aduan.lapor.sync.CoordinatorRules;
import id.aduan.lapor.sync.Following;
import id.aduan.lapor.sync.IntakeParts;
import id.aduan.lapor.sync.PortalDelivery;
import id.aduan.lapor.sync.PortalForwarding;
import id.aduan.lapor.sync.PortalWrites;
import id.aduan.lapor.sync.ReplyDesk;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What the coordinator's acts are made of. */
record CoordinatorParts(
    CaseStore store, Portal portal, IntakeParts parts, CoordinatorRules rules, InstantSource time) {

  ComplaintIntake intake(Following following) {
    return new ComplaintIntake(store, parts, following, rules.deliver());
  }

  /** All that is written to the portal: answers, and what is given back there. */
  PortalWrites writes(Map<AgencyCode, AgencyAdapter> agencies, LaporConnectorBuilder settings) {
    AnswerFiles files = new AnswerFiles(agencies, settings.answers().replies(), settings.files());
    return new PortalWrites(
        new PortalDelivery(portal, store, parts.timekeeper(), files, time),
        rules.forwarding().map(it -> new PortalForwarding(it, portal, store, parts, time)));
  }

  /** What a person does with answers that wait. */
  ReplyDesk replies(LaporConnectorBuilder settings, Consumer<String> wake) {
    return new ReplyDesk(store, portal, settings.answers().replies(), settings.files(), time, wake);
  }

  CaseDesk desk(Set<AgencyCode> agencies) {
    return new CaseDesk(store, parts, rules, agencies, time);
  }
}

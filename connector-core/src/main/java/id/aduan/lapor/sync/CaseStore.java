package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditTrail;
import id.aduan.lapor.deadline.Bases;
import id.aduan.lapor.deadline.Clocks;
import id.aduan.lapor.deadline.Drafts;
import id.aduan.lapor.delivery.Claims;
import id.aduan.lapor.delivery.Inbox;
import id.aduan.lapor.delivery.InboxView;
import id.aduan.lapor.delivery.Outbox;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.ParkedEntries;
import id.aduan.lapor.delivery.Slots;
import id.aduan.lapor.delivery.TargetStates;
import id.aduan.lapor.filing.Filings;
import id.aduan.lapor.notification.NotificationLog;
import id.aduan.lapor.store.Store;

/** Everything that is kept about cases, under one transaction. */
public interface CaseStore extends Store {
  Inbox inbox();

  InboxView inboxView();

  Outbox outbox();

  Claims claims();

  TargetStates targets();

  OutboxView outboxView();

  ParkedEntries parked();

  Complaints complaints();

  Links links();

  Legs legs();

  Echoes echoes();

  Follows follows();

  Cursors cursors();

  Unclaimed unclaimed();

  Clocks clocks();

  Bases bases();

  Drafts drafts();

  Slots slots();

  PortalEntries portalEntries();

  Replies replies();

  Returns returns();

  Waitings waitings();

  MappingVersions mappings();

  Catalogues catalogues();

  NotificationLog notifications();

  Filings filings();

  CaseFiles files();

  RecapCases recapCases();

  AuditTrail audit();
}

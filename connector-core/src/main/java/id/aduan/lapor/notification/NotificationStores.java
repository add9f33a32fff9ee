package id.aduan.lapor.notification;

import id.aduan.lapor.audit.AuditTrail;
import id.aduan.lapor.delivery.Outbox;
import id.aduan.lapor.store.Store;

/** What of a store notifications need, under one transaction. */
public record NotificationStores(
    Store store, Outbox outbox, NotificationLog log, AuditTrail audit) {}

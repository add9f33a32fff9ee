package id.aduan.lapor.delivery;

import id.aduan.lapor.audit.AuditTrail;
import id.aduan.lapor.store.Store;

/** The parts of the store that the engine works with, all under one transaction. */
public record DeliveryStore(Store store, Claims claims, TargetStates targets, AuditTrail audit) {}

package id.aduan.lapor.simulator;

import java.time.Instant;

/** Ledger line: this complaint was offered to the outside under this id at this time. */
public record OfferedComplaint(String complaintId, Instant at, NewComplaint complaint) {}

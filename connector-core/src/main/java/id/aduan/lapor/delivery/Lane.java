package id.aduan.lapor.delivery;

import id.aduan.lapor.complaint.TrackingId;

/**
 * One complaint at one target: what is in a lane goes out one at a time and in order, and lanes do
 * not wait for each other (C8).
 *
 * @param target an agency code, or one of {@link Targets}
 * @param part what of the complaint goes by itself, such as one of its files; empty for all that
 *     has an order
 */
public record Lane(TrackingId complaint, String target, String part) {
  /** Where all of a complaint goes in order. */
  public Lane(TrackingId complaint, String target) {
    this(complaint, target, "");
  }
}

package id.aduan.lapor.delivery;

import id.aduan.lapor.complaint.TrackingId;

/**
 * One complaint at one target: what is in a lane goes out one at a time and in order, and lanes do
 * not wait for each other (C8).
 *
 * @param target an agency code, or {@link Targets#PORTAL} or {@link Targets#PORTAL_READ}
 */
public record Lane(TrackingId complaint, String target) {}

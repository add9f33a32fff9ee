package id.aduan.lapor.agency;

import id.aduan.lapor.complaint.AgencyCode;

/** An agency's own number for a complaint. */
public record AgencyTicket(AgencyCode agency, String number) {}

package id.aduan.lapor.portal.export;

import id.aduan.lapor.portal.profile.Words;
import java.time.ZoneId;

/**
 * What is assumed of the portal's exports.
 *
 * @param zone in which their days and times are; the portal's own are in UTC (portal-wire 4.4)
 * @param words understands statuses and classifications
 * @param institutions names of institutions, for exports that do not tell their ids
 */
public record ExportSettings(ZoneId zone, Words words, InstitutionNames institutions) {}

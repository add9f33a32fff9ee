package id.aduan.lapor.portal.export;

import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Status;
import java.time.ZoneId;
import java.util.function.Function;

/**
 * What is assumed of the portal's exports.
 *
 * @param zone in which their days and times are; the portal's own are in UTC (portal-wire 4.4)
 * @param statuses understands the words of the column for the status
 * @param classifications understands those of the column for the classification
 * @param institutions names of institutions, for exports that do not tell their ids
 */
public record ExportSettings(
    ZoneId zone,
    Function<String, Status> statuses,
    Function<String, Classification> classifications,
    InstitutionNames institutions) {}

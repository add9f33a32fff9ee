package id.aduan.lapor;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.sync.CaseStore;
import java.util.Map;

/** What no connector can do without. */
record Ingredients(
    Portal portal, Map<AgencyCode, AgencyAdapter> agencies, Mapping mapping, CaseStore store) {}

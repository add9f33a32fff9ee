package id.aduan.lapor;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.sync.CaseStore;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What no connector can do without. */
record Ingredients(
    Portal portal, Map<AgencyCode, AgencyAdapter> agencies, Mapping mapping, CaseStore store) {
  private static final Logger LOG = LoggerFactory.getLogger(Ingredients.class);

  /** One that fails keeps neither the others nor the store open. */
  static void close(AgencyCode code, AgencyAdapter adapter) {
    try {
      adapter.close();
    } catch (RuntimeException e) {
      LOG.warn("the adapter of {} did not close: {}", code, e.getClass().getName());
    }
  }
}

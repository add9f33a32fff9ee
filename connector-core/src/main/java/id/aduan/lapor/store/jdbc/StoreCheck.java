package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.audit.AuditTrail.Chain;
import java.util.Map;

/**
 * What reading the whole store came to (C20).
 *
 * @param schemaVersion of its tables
 * @param rows how many were read, by table
 * @param damages how many were found and told
 * @param audit the trail as it was found
 */
public record StoreCheck(int schemaVersion, Map<String, Long> rows, long damages, Chain audit) {
  public StoreCheck {
    rows = Map.copyOf(rows);
  }

  /** Whether everything is as this program wrote it. */
  public boolean isSound() {
    return damages == 0;
  }
}

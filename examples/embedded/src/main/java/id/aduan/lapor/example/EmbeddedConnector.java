package id.aduan.lapor.example;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.adapter.rest.RestAdapter;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.portal.v3.V3Credentials;
import id.aduan.lapor.portal.v3.V3Portal;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.net.URI;
import java.nio.file.Path;

/** The shortest connector: one agency, polling alone, threads of its own. */
public final class EmbeddedConnector {
  private EmbeddedConnector() {}

  /**
   * Starts a connector. Whoever called closes it.
   *
   * @param folder holds {@code dishub.yaml} and {@code mapping.yaml}; the store goes there, too
   */
  public static LaporConnector start(URI portal, V3Credentials login, Path folder) {
    // snippet: connector
    LaporConnector connector =
        LaporConnector.builder()
            .portal(V3Portal.at(portal, login, "15201", "7001"))
            .agency("dishub", RestAdapter.load(folder.resolve("dishub.yaml")))
            .mapping(Mapping.load(folder.resolve("mapping.yaml")))
            .store(JdbcStore.sqlite(folder.resolve("lapor.db")))
            .build();
    connector.start(); // and connector.close() when the program ends
    // end
    return connector;
  }
}

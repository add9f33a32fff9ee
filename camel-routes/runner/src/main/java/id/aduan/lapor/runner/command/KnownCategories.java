package id.aduan.lapor.runner.command;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.mapping.Catalogue;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.StorePlace.InFile;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.sync.CatalogueDesk;
import id.aduan.lapor.yaml.ConfigurationFault;
import java.nio.file.Files;
import java.nio.file.Path;

/** The portal's categories for commands that have no need of a store. */
final class KnownCategories {
  private KnownCategories() {}

  /**
   * The list that counts, where there is a store in a file with its keys that can be read beside
   * whoever owns it; else what ships. A database is not asked.
   */
  static Catalogue of(Path config, Surroundings surroundings) {
    try {
      Whereabouts whereabouts = ConfigFile.whereabouts(config);
      boolean there =
          whereabouts.store().place() instanceof InFile in
              && Files.isRegularFile(in.file())
              && Files.isRegularFile(whereabouts.store().keys());
      return there ? kept(config, whereabouts, surroundings) : Catalogue.shipped();
    } catch (ConfigurationFault e) {
      return Catalogue.shipped(); // whoever asks reads the same file, and tells its faults
    }
  }

  private static Catalogue kept(Path config, Whereabouts whereabouts, Surroundings surroundings) {
    try (StoreReader reader = StoreReader.open(config, whereabouts, surroundings)) {
      return reader.store().read(tx -> CatalogueDesk.counting(reader.store(), tx));
    } catch (LaporException e) {
      surroundings
          .terminal()
          .err()
          .println(
              "note: the portal's categories are those that ship, since the store cannot be read");
      return Catalogue.shipped();
    }
  }
}

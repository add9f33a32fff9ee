package id.aduan.lapor.runner.command;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.mapping.Catalogue;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.StorePlace.InFile;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.sync.CatalogueDesk;
import id.aduan.lapor.sync.MappingCompiler;
import id.aduan.lapor.yaml.ConfigurationFault;
import id.aduan.lapor.yaml.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What commands that have no need of a store know of it all the same, where it is in a file with
 * its keys and can be read beside whoever owns it. A database is not asked.
 */
final class KnownStore {
  private final Path config;
  private final Surroundings surroundings;

  KnownStore(Path config, Surroundings surroundings) {
    this.config = config;
    this.surroundings = surroundings;
  }

  /**
   * The portal's categories that count; empty, with a note, where there is a store that is not
   * asked or cannot be read. What ships where there is no store yet.
   */
  Optional<Catalogue> categories() {
    try {
      Whereabouts whereabouts = ConfigFile.whereabouts(config);
      if (whereabouts.store().place() instanceof InFile in && !Files.isRegularFile(in.file())) {
        return Optional.of(Catalogue.shipped());
      }
      Optional<Catalogue> kept =
          read(
              whereabouts,
              reader -> reader.store().read(tx -> CatalogueDesk.counting(reader.store(), tx)));
      if (kept.isEmpty()) {
        surroundings
            .terminal()
            .err()
            .println(
                "note: the portal's list of categories is not at hand, so names that it may have"
                    + " changed are no faults here");
      }
      return kept;
    } catch (ConfigurationFault e) {
      return Optional.of(Catalogue.shipped()); // whoever asks reads the same file, and tells it
    }
  }

  /** That a mapping's version stands for another content in the store. */
  Optional<Problem> otherContent(Mapping mapping) {
    return read(
            ConfigFile.whereabouts(config),
            reader -> new MappingCompiler(reader.store(), Set.of()).otherContent(mapping))
        .flatMap(it -> it);
  }

  private <T> Optional<T> read(Whereabouts whereabouts, Function<StoreReader, T> question) {
    boolean there =
        whereabouts.store().place() instanceof InFile in
            && Files.isRegularFile(in.file())
            && Files.isRegularFile(whereabouts.store().keys());
    if (!there) {
      return Optional.empty();
    }
    try (StoreReader reader = StoreReader.open(config, whereabouts, surroundings)) {
      return Optional.of(question.apply(reader));
    } catch (LaporException e) {
      return Optional.empty();
    }
  }
}

package id.aduan.lapor.sync;

import id.aduan.lapor.mapping.Catalogue;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import java.util.Optional;
import java.util.Set;

/**
 * Compiles mappings for the agencies that there are, by the list of categories that counts. Safe
 * for use by many threads.
 *
 * @param agencies their codes
 */
public record MappingCompiler(CaseStore store, Set<String> agencies) {
  public MappingCompiler {
    agencies = Set.copyOf(agencies);
  }

  /** A file that is new; it must not be used if there were any faults. */
  public Mapping compile(String file, byte[] content, Problems problems) {
    return Mapping.parse(file, content, agencies, catalogue(), problems);
  }

  /**
   * The same of a file that somebody wants to count: an agency that it names nowhere is a fault,
   * for it would wait for ever.
   */
  public Mapping compileWhole(String file, byte[] content, Problems problems) {
    Problems found = new Problems();
    Mapping mapping = compile(file, content, found);
    if (found.isEmpty()) {
      mapping.requireAll(agencies, found);
    }
    found.list().forEach(problems::add);
    return mapping;
  }

  /**
   * One that has counted: what the portal has renamed since is no fault of it, nor is an agency
   * that has come since.
   */
  public Mapping again(String file, byte[] content, Problems problems) {
    return Mapping.parseAgain(file, content, agencies, catalogue(), problems);
  }

  /**
   * A file that a person wants to use. Where the store knows it, word for word, what the portal has
   * renamed since is no fault of it, so that a way back is never closed.
   */
  public Mapping use(String file, byte[] content, Problems problems) {
    Problems usual = new Problems();
    Mapping again = again(file, content, usual);
    boolean known =
        usual.isEmpty()
            && store
                .read(tx -> store.mappings().find(tx, again.version()))
                .filter(it -> MappingChecks.otherContent(again, it).isEmpty())
                .isPresent();
    return known ? again : compileWhole(file, content, problems);
  }

  /** That the version of a mapping stands for another content in the store. */
  public Optional<Problem> otherContent(Mapping mapping) {
    return store
        .read(tx -> store.mappings().find(tx, mapping.version()))
        .flatMap(it -> MappingChecks.otherContent(mapping, it));
  }

  private Catalogue catalogue() {
    return store.read(tx -> CatalogueDesk.counting(store, tx));
  }
}

package id.aduan.lapor.simulation;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.jdbc.SteppedStore;
import id.aduan.lapor.sync.Deadlines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What takes long to make, and is the same for all runs. */
record Ground(SteppedStore store, Mapping mapping, Deadlines deadlines) implements AutoCloseable {
  static final List<AgencyCode> AGENCIES =
      List.of(new AgencyCode("dishub"), new AgencyCode("kantah"));
  private static final String MAPPING =
      """
      version: "1"
      default: dishub
      institutions:
        - {id: 1, agency: dishub}
        - {id: 2, agency: kantah}
      """;

  /** What is sealed is no matter of this simulation. */
  private static final Sealer OPEN =
      new Sealer() {
        @Override
        public byte[] seal(byte[] plain, String place) {
          return plain;
        }

        @Override
        public byte[] open(byte[] sealed, String place) {
          return sealed;
        }
      };

  static Ground open() throws IOException, SQLException {
    Path yaml = Files.createTempFile("lapor-simulation", ".yaml");
    try {
      Mapping mapping = Mapping.load(Files.writeString(yaml, MAPPING), Set.of("dishub", "kantah"));
      return new Ground(SteppedStore.open(OPEN), mapping, Deadlines.national());
    } finally {
      Files.delete(yaml);
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    store.close();
  }
}

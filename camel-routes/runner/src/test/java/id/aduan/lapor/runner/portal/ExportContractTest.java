package id.aduan.lapor.runner.portal;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.portal.PortalExport;
import id.aduan.lapor.portal.PortalExport.Told;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.export.ExcelExport;
import id.aduan.lapor.portal.export.ExportSettings;
import id.aduan.lapor.portal.export.InstitutionNames;
import id.aduan.lapor.portal.profile.Words;
import id.aduan.lapor.testkit.portal.PortalFarEnd;
import id.aduan.lapor.testkit.portal.PortalTellingContract;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** The export that the simulator writes, told as the interface tells. */
class ExportContractTest extends PortalTellingContract {
  private static final SimulatorFarEnd FAR_END = new SimulatorFarEnd();
  private static final PortalExport.Opener OPENER =
      ExcelExport.opener(
          new ExportSettings(ZoneOffset.UTC, Words.standard(), InstitutionNames.NONE));

  @TempDir private Path folder;

  @AfterAll
  static void close() {
    FAR_END.close();
  }

  @Override
  protected PortalFarEnd farEnd() {
    return FAR_END;
  }

  @Override
  protected PortalState told(TrackingId id) {
    Path file = folder.resolve("export.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      FAR_END.export(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<PortalState> told = new ArrayList<>();
    try (PortalExport export = OPENER.open(file)) {
      export.read(row -> told.add(((Told) row).state()));
    }
    return told.stream().filter(it -> it.complaint().id().equals(id)).findFirst().orElseThrow();
  }
}

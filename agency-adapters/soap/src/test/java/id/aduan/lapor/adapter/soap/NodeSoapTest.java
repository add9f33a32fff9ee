package id.aduan.lapor.adapter.soap;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The server of npm's "soap", which sends its faults with 200 and everything in chunks. */
class NodeSoapTest extends ForeignSoapContract {
  private static final String VERSION = "1.13.0";

  @Override
  ForeignOffice start(Path wsdl, Path scripts) throws Exception {
    assumeTrue(NpmPackage.answers(List.of("node", "--version")), "node is not installed");
    Path modules = NpmPackage.fetch("soap", VERSION);
    return ForeignOffice.start(
        List.of("node", scripts.resolve("office.cjs").toString()),
        Map.of("OFFICE_WSDL", wsdl.toString(), "OFFICE_MODULES", modules.toString()));
  }
}

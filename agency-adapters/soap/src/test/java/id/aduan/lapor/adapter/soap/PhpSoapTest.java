package id.aduan.lapor.adapter.soap;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** PHP's own SoapServer, in SOAP 1.1. */
class PhpSoapTest extends ForeignSoapContract {
  @Override
  ForeignOffice start(Path wsdl, Path scripts) throws Exception {
    assumeTrue(
        NpmPackage.answers(List.of("php", "-r", "exit(class_exists('SoapServer') ? 0 : 1);")),
        "php with its soap extension is not installed");
    return ForeignOffice.start(
        List.of("php", "-S", "127.0.0.1:0", scripts.resolve("office.php").toString()),
        Map.of(
            "OFFICE_WSDL",
            wsdl.toString(),
            "OFFICE_DATA",
            Files.createDirectory(wsdl.resolveSibling("data")).toString()));
  }
}

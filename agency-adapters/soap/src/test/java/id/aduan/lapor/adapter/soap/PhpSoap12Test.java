package id.aduan.lapor.adapter.soap;

import java.io.IOException;

/** The same in SOAP 1.2, which has other namespaces, faults and media types. */
class PhpSoap12Test extends PhpSoapTest {
  @Override
  void prepare(Settings settings) throws IOException {
    settings.wsdl(
        settings
            .resource("kantor.wsdl")
            .replace(
                "http://schemas.xmlsoap.org/wsdl/soap/",
                "http://schemas.xmlsoap.org/wsdl/soap12/"));
  }
}

package id.aduan.lapor.bintan.vertical;

import jakarta.servlet.http.HttpServlet;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;

/** The service on a bus and in a servlet of its own, so that nothing is shared within the JVM. */
final class SoapEndpoint implements AutoCloseable {
  private final Bus bus = new ExtensionManagerBus();
  private final CXFNonSpringServlet servlet = new CXFNonSpringServlet();
  private final Server server;

  SoapEndpoint(String address, LayananPengaduan service) {
    // A refused request is no incident, and its text must not reach a log.
    bus.setProperty(
        FaultListener.class.getName(), (FaultListener) (exception, description, message) -> false);
    servlet.setBus(bus);
    var factory = new JaxWsServerFactoryBean();
    factory.setBus(bus);
    factory.setAddress(address);
    factory.setServiceBean(service);
    server = factory.create();
  }

  HttpServlet servlet() {
    return servlet;
  }

  @Override
  public void close() {
    server.destroy();
    bus.shutdown(true);
  }
}

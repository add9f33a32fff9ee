package id.aduan.lapor.bintan.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Five ports that were free a moment ago. */
final class FreePorts {
  private FreePorts() {}

  static Ports take() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket connector = new ServerSocket(0, 1, here);
        ServerSocket portal = new ServerSocket(0, 1, here);
        ServerSocket opd = new ServerSocket(0, 1, here);
        ServerSocket landOffice = new ServerSocket(0, 1, here);
        ServerSocket admin = new ServerSocket(0, 1, here)) {
      return new Ports(
          connector.getLocalPort(),
          portal.getLocalPort(),
          opd.getLocalPort(),
          landOffice.getLocalPort(),
          admin.getLocalPort());
    }
  }
}

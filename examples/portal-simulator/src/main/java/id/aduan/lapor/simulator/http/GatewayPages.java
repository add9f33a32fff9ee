package id.aduan.lapor.simulator.http;

import id.aduan.lapor.simulator.fault.Fault;

/** Pages that a gateway or a proxy puts in the place of the portal's answer (portal-wire 2.11). */
final class GatewayPages {
  private static final String XML =
      """
      <am:fault xmlns:am="http://wso2.org/apimanager"><am:code>303001</am:code>\
      <am:type>Status report</am:type><am:message>Runtime Error</am:message>\
      <am:description>Currently , Address endpoint : [ Name : lapor--v3_APIproductionEndpoint ] \
      [ State : SUSPENDED ]</am:description></am:fault>""";

  private static final String HTML =
      """
      <html>
      <head><title>Bad Gateway</title></head>
      <body><center><h1>Bad Gateway</h1></center><hr><center>nginx</center></body>
      </html>
      """;

  private static final String JSON =
      """
      {"fault":{"code":900800,"message":"Message throttled out",\
      "description":"You have exceeded your quota"}}""";

  private GatewayPages() {}

  static Answer page(Fault fault) {
    int status = fault.number("status");
    return switch (fault.parameter("form")) {
      case "html" -> Answer.of(status, "text/html", HTML);
      case "json" -> Answer.of(status, "application/json; charset=UTF-8", JSON);
      default -> Answer.of(status, "application/xml; charset=UTF-8", XML);
    };
  }
}

package id.aduan.lapor.runner.portal;

import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.testkit.portal.PortalContract;
import id.aduan.lapor.testkit.portal.PortalFarEnd;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

class V3PortalContractTest extends PortalContract {
  private static final SimulatorFarEnd FAR_END = new SimulatorFarEnd();
  private final Portal portal = V3Rig.portal(FAR_END);

  @AfterAll
  static void close() {
    FAR_END.close();
  }

  @Override
  protected PortalFarEnd farEnd() {
    return FAR_END;
  }

  @Override
  protected Portal portal() {
    return portal;
  }

  @Override
  protected List<String> secrets() {
    return V3Rig.secrets();
  }
}

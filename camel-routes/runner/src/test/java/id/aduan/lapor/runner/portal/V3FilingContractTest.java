package id.aduan.lapor.runner.portal;

import id.aduan.lapor.portal.PortalFiler;
import id.aduan.lapor.testkit.portal.PortalFarEnd;
import id.aduan.lapor.testkit.portal.PortalFilingContract;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

class V3FilingContractTest extends PortalFilingContract {
  private static final SimulatorFarEnd FAR_END = new SimulatorFarEnd();
  private final PortalFiler filer = V3Rig.portal(FAR_END);

  @AfterAll
  static void close() {
    FAR_END.close();
  }

  @Override
  protected PortalFarEnd farEnd() {
    return FAR_END;
  }

  @Override
  protected PortalFiler filer() {
    return filer;
  }

  @Override
  protected List<String> secrets() {
    return V3Rig.secrets();
  }
}

package id.aduan.lapor.testkit;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.TextLimits;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of an adapter need to know: which adapter speaks to which far end. */
public interface AgencyFixture {
  /** The adapter under test; the same, or a new one for each call. */
  AgencyAdapter adapter();

  /** A further adapter like it, which the test closes. */
  AgencyAdapter another();

  FarEnd farEnd();

  /** What the adapter is configured to cut texts to. */
  TextLimits limits();

  /** The secrets that the adapter is configured with. */
  List<String> secrets();

  @BeforeEach
  default void beginAnew() {
    farEnd().reset();
  }
}

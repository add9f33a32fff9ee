package id.aduan.lapor.archfixtures.jackson.json;

import com.fasterxml.jackson.core.JsonFactory;

/** Jackson where it belongs. */
public final class GoodUsesJackson {
  public static final Class<?> USES = JsonFactory.class;

  private GoodUsesJackson() {}
}

package id.aduan.lapor.archfixtures.jackson.sync;

import com.fasterxml.jackson.core.JsonFactory;

/** Planted: Jackson outside of its packages. */
public final class BadUsesJackson {
  public static final Class<?> USES = JsonFactory.class;

  private BadUsesJackson() {}
}

package id.aduan.lapor.archfixtures.frameworks.sync;

import org.apache.camel.NotReallyCamel;

/** Planted: core sees Camel. */
public final class BadUsesCamel {
  public static final Class<?> USES = NotReallyCamel.class;

  private BadUsesCamel() {}
}

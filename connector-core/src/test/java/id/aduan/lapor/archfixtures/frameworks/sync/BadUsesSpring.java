package id.aduan.lapor.archfixtures.frameworks.sync;

import org.springframework.NotReallySpring;

/** Planted: core sees Spring. */
public final class BadUsesSpring {
  public static final Class<?> USES = NotReallySpring.class;

  private BadUsesSpring() {}
}

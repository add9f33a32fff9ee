package org.springframework;

/** Stands in for Spring, which is not on this class path. */
public final class NotReallySpring {

  private NotReallySpring() {}
}

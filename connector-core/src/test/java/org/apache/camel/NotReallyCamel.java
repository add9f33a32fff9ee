package org.apache.camel;

/** Stands in for Camel, which is not on this class path. */
public final class NotReallyCamel {

  private NotReallyCamel() {}
}

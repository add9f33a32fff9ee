package id.aduan.lapor.archfixtures.unknown.utils;

/** Planted: lies in a package that has no place in the order. */
public final class BadPlace {

  private BadPlace() {}
}

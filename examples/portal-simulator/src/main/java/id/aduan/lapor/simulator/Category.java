package id.aduan.lapor.simulator;

/**
 * One category (kategori). Names repeat, hold U+00A0 and keep the portal's typing errors, so only
 * the id identifies (portal-wire 6).
 */
public record Category(int id, String name) {}

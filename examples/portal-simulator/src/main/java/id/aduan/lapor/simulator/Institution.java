package id.aduan.lapor.simulator;

/**
 * One institution (instansi) of the portal's master list: a flat number, and a name that is no key
 * (portal-wire 4.5).
 */
public record Institution(int id, String name) {}

package id.aduan.lapor.complaint;

/**
 * An institution (instansi) as the portal numbers it. Names are re-rendered by the portal, so only
 * the id is a key (portal-wire 4.5).
 */
public record Institution(String id, String name) {}

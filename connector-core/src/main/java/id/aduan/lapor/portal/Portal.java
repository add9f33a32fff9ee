package id.aduan.lapor.portal;

/** One generation of the portal's wire as a whole. Safe for use by many threads. */
public interface Portal extends PortalReader, PortalWriter, PortalMessages {}

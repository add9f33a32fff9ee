package id.aduan.lapor.simulator.state;

/** A text template (master list 2): HTML with double-braced placeholders (portal-wire 2.8). */
public record Template(String code, String type, String title, String content) {}

package id.aduan.lapor.complaint;

/** The portal's category (kategori). Names repeat between topics, so only the id is a key. */
public record Category(String id, String name) {}

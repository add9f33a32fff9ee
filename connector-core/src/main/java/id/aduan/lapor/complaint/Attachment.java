package id.aduan.lapor.complaint;

/**
 * A file named by a complaint or an answer, by address: the bytes are fetched by whoever needs
 * them. The name is data, never a path.
 */
public record Attachment(String fileName, String url) {}

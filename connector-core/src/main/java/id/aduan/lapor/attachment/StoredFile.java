package id.aduan.lapor.attachment;

/**
 * Bytes that are kept, known by their hash.
 *
 * @param sha256 in hexadecimal, of the bytes as they came
 * @param type the media type by content, never by name
 */
public record StoredFile(String sha256, long bytes, String type) {}

package id.aduan.lapor.testkit.ledger;

/**
 * Something that the connector was told, as the sender wrote it down.
 *
 * @param key of the one effect that it must have; unique in a ledger
 * @param lane whose effects come in the order of their versions: one complaint at one target
 * @param version its place in the lane
 * @param acknowledged whether the connector said that it has it; if not, it may have an effect, and
 *     need not
 */
public record Told(String key, String lane, long version, boolean acknowledged) {}

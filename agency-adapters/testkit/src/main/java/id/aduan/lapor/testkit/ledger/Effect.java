package id.aduan.lapor.testkit.ledger;

/**
 * Something that the connector brought about at a far end, as the far end wrote it down.
 *
 * @param key the same as that of the {@link Told} that it is the effect of
 * @param trace where and when, for whoever looks for the fault
 */
public record Effect(String key, String trace) {}

package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.Alert;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What every intake of pushed messages works with.
 *
 * @param alerts told at once of what a person should know; must not block
 */
public record Reception(CaseStore store, InstantSource time, Consumer<Alert> alerts) {}

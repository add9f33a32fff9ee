/**
 * The engine: durable inbox and outbox, lanes, attempts and their outcomes. The only owner of
 * retry, order and deduplication.
 */
@NullMarked
package id.aduan.lapor.delivery;

import org.jspecify.annotations.NullMarked;

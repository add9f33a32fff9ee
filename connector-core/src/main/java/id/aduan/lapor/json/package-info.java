/**
 * The model as JSON, for the payloads and documents that the store keeps, which nobody else reads;
 * and small answers of others as plain values.
 */
@NullMarked
package id.aduan.lapor.json;

import org.jspecify.annotations.NullMarked;

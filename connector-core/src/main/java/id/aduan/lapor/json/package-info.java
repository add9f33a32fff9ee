/**
 * The model as JSON, for the payloads and documents that the store keeps. Not a wire: nobody else
 * reads it.
 */
@NullMarked
package id.aduan.lapor.json;

import org.jspecify.annotations.NullMarked;

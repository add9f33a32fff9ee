/**
 * The one exception family of the connector (style: trouble is an exception, a refusal is data).
 */
@NullMarked
package id.aduan.lapor.failure;

import org.jspecify.annotations.NullMarked;

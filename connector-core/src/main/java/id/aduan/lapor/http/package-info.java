/**
 * The one way out to the network: a call, a reply, or a failure that says whether anything was
 * sent. A leaf.
 */
@NullMarked
package id.aduan.lapor.http;

import org.jspecify.annotations.NullMarked;

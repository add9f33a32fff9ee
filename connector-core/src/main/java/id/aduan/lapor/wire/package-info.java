/** What both edges, towards the portal and towards the agencies, make of an HTTP exchange. */
@NullMarked
package id.aduan.lapor.wire;

import org.jspecify.annotations.NullMarked;

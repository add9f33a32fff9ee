/** Officers who work at the agencies' desks by themselves, so that a demo has something to show. */
@NullMarked
package id.aduan.lapor.bintan.officers;

import org.jspecify.annotations.NullMarked;

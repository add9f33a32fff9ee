/**
 * Joins agencies whose systems speak JSON over HTTP, by configuration alone.
 *
 * <p>Two types are public: {@link id.aduan.lapor.adapter.rest.RestAdapter} and what it is told by,
 * {@link id.aduan.lapor.adapter.rest.RestConfig}.
 */
@NullMarked
package id.aduan.lapor.adapter.rest;

import org.jspecify.annotations.NullMarked;

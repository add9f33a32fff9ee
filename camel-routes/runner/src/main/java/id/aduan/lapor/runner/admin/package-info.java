/**
 * Administration of a running connector over HTTP: whether it is well, what it tells, and the
 * client by which commands ask it (S23). Start at {@link id.aduan.lapor.runner.admin.AdminSite}.
 */
@NullMarked
package id.aduan.lapor.runner.admin;

import org.jspecify.annotations.NullMarked;

package id.aduan.lapor.runner.config;

import id.aduan.lapor.portal.PortalCategories;
import id.aduan.lapor.portal.profile.V3Profile.Master;
import id.aduan.lapor.portal.v3.V3Portal;
import java.util.List;

/** The list of categories among the portal's masters; its kind names the topic above. */
record MasterCategories(V3Portal portal) implements PortalCategories {
  @Override
  public String source() {
    return "masters";
  }

  @Override
  public boolean numbersHold() {
    return true;
  }

  @Override
  public List<Item> read() {
    return portal.master(Master.CATEGORIES).orElse(List.of()).stream()
        .map(it -> new Item(it.id(), it.name(), it.kind()))
        .toList();
  }
}

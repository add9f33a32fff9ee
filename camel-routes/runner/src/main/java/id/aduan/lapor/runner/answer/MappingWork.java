package id.aduan.lapor.runner.answer;

/**
 * What a person does with the mapping, by the connector that owns the store. Safe for use by many
 * threads.
 */
public interface MappingWork {
  /**
   * Lets a mapping count.
   *
   * @throws IllegalArgumentException for an order of another form
   */
  MappingOrder.Result apply(MappingOrder order);

  /**
   * Calls off a mapping that is to count later.
   *
   * @throws IllegalArgumentException for an order of another form
   */
  MappingCancel.Result cancel(MappingCancel order);

  /**
   * Lets the list of categories count that is held.
   *
   * @throws IllegalArgumentException for an order of another form
   */
  CategoryOrder.Result accept(CategoryOrder order);
}

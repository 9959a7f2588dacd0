/** The `subscribe` of `useSyncExternalStore` for what does not change while it is looked at. */
export const sinCambios = () => () => {};

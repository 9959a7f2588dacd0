const own = globalThis as typeof globalThis & { __kantuta?: Map<string, unknown> };

/**
 * What a process has one of, by its name: made at the first use, the same for whoever asks afterwards. It hangs from
 * globalThis because pages, routes and the middleware are bundled apart, each with its own copy of this module and of its
 * caller's: a variable of theirs would be one of each. Whatever `make` throws passes through, and nothing is kept.
 */
export function processWide<T>(name: string, make: () => T): T {
  own.__kantuta ??= new Map();
  const { __kantuta: all } = own;
  if (!all.has(name)) all.set(name, make());
  return all.get(name) as T;
}

/** What a role is made of, besides its name. */
export type Hechura = {
  permisos: readonly string[];
  soloPropias: readonly string[];
  topes: Readonly<Record<string, number | undefined>>;
};

/** The role that may do everything: the shop cannot lock itself out with a cap of its own. */
export const ROL_TOTAL = 3;

/** What does not fit together in a role, by field; empty when it does. */
export function faltasDeRol({ permisos, soloPropias, topes }: Hechura): Record<string, string> {
  const tiene = new Set<string>(permisos);
  const faltas: Record<string, string> = {};
  if (soloPropias.some((p) => !tiene.has(p))) {
    faltas.solo_propias = 'Solo se limita a sus sucursales un derecho que el rol tiene.';
  }
  if (soloPropias.includes('sucursal:todas')) {
    faltas.solo_propias = 'Trabajar en todas las sucursales no se limita a las propias.';
  }
  for (const p of Object.keys(topes)) {
    if (!tiene.has(p)) faltas[`topes.${p}`] = 'Solo tiene límite un derecho que el rol tiene.';
  }
  return faltas;
}

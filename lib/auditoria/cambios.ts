import { columnaDe, enPalabras, nombreDeCampo } from './campos';
import { enlaceDe } from './enlaces';
import type { CambioDto } from './schemas';

type Json = Readonly<Record<string, unknown>>;
/** What an act wrote of before and after. */
type Acto = { accion: string; antes: unknown; despues: unknown };
/** The names of rows that a trail refers to by id, as `id_caja:3`. */
export type Nombres = ReadonlyMap<string, string>;

/** What every row carries and nobody asks about. */
const CALLADOS = new Set(['id', 'id_user_create', 'id_user_update', 'created_at', 'updated_at']);

/** Fields that hold an id, and of what. */
export const REFERENCIAS: Readonly<Record<string, string>> = {
  id_usuario: 'usuario',
  id_responsable: 'usuario',
  aprobada_por: 'usuario',
  id_caja: 'caja',
  id_sesion_caja: 'sesion_caja',
  id_sucursal: 'sucursal',
  id_categoria: 'categoria',
  id_padre: 'categoria',
  id_producto: 'producto',
  id_rol: 'rol',
  id_role: 'rol',
  id_aprobacion: 'aprobacion',
};

/**
 * What an act changed, field by field and in words: the ones that differ, in the order they were written; all of them when
 * there is only a before or an after.
 */
export function cambiosDe({ accion, antes, despues }: Acto, nombres: Nombres): CambioDto[] {
  const [de, a] = [porColumna(antes), porColumna(despues)];
  const columnas = [...new Set([...de.keys(), ...a.keys()])].filter((c) => !CALLADOS.has(c));
  const decir = (columna: string, valor: unknown) => {
    const nombre = typeof valor === 'number' ? nombres.get(`${columna}:${valor}`) : undefined;
    return nombre ?? enPalabras(accion, columna, valor);
  };
  return columnas.flatMap((columna) => {
    const [x, y] = [de.get(columna), a.get(columna)];
    const entidad = Object.hasOwn(REFERENCIAS, columna) ? REFERENCIAS[columna] : undefined;
    const enlace = entidad && typeof (y ?? x) === 'number' ? enlaceDe(entidad, String(y ?? x)) : null;
    const cambio = { campo: nombreDeCampo(columna), antes: decir(columna, x), despues: decir(columna, y), enlace };
    const igual = de.size > 0 && a.size > 0 && iguales(x, y);
    return igual || (cambio.antes === null && cambio.despues === null) ? [] : [cambio];
  });
}

/** The ids that an act names, by field: what `nombres` should hold. */
export function referenciasDe({ antes, despues }: Pick<Acto, 'antes' | 'despues'>): { columna: string; id: number }[] {
  return [antes, despues].flatMap((lado) =>
    [...porColumna(lado)].flatMap(([columna, id]) =>
      Object.hasOwn(REFERENCIAS, columna) && typeof id === 'number' ? [{ columna, id }] : [],
    ),
  );
}

function porColumna(lado: unknown): Map<string, unknown> {
  if (lado === null || typeof lado !== 'object' || Array.isArray(lado)) return new Map();
  return new Map(Object.entries(lado as Json).map(([clave, valor]) => [columnaDe(clave), valor]));
}

/** A field that only one side names did not change, unless it holds something. */
function iguales(x: unknown, y: unknown): boolean {
  return JSON.stringify(x ?? null) === JSON.stringify(y ?? null);
}

import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { actorDeFila, columnasDeActor, type FilaActor } from '@/lib/auth/principal';
import { systemContext } from '@/lib/auth/system-context';
import type { Actor } from '@/lib/context';
import { crearSucursal } from '@/lib/sucursal/crear';
import { registrarUsuario } from '@/lib/usuario/registrar';
import { type ClaveSucursal, CONTRASENA, type Cuenta, PERSONAS, SUCURSALES } from './tienda';

/** How far the demo of this database got. `periodo` is what its first start decided. */
export type Situacion = { hay: 'nada' | 'otros_datos' | 'completa' } | { hay: 'a_medias'; periodo: Periodo };

/** The days that are over, and until when the day of the load was lived (absent in a demo that began before it was). */
export type Periodo = { hasta: string; dias: number; corte?: string };

/** The marks of the demo in the trail: its first act and its last. */
const INICIADA = 'demo.iniciada';
const CARGADA = 'demo.cargada';

/** Whether there is a demo here, whole or cut short, or somebody else's data. */
export async function situacionDeLaBase(): Promise<Situacion> {
  const sql = sqlClient();
  const marcas = await sql<{ accion: string; periodo: string }[]>`
    select accion, despues::text as periodo from auditoria where entidad = 'demo' and accion in (${INICIADA}, ${CARGADA})`;
  if (marcas.some((m) => m.accion === CARGADA)) return { hay: 'completa' };
  const [iniciada] = marcas;
  if (iniciada) return { hay: 'a_medias', periodo: JSON.parse(iniciada.periodo) };
  const [gente] = await sql<{ hay: boolean }[]>`select exists (select 1 from usuario) as hay`;
  return { hay: gente?.hay ? 'otros_datos' : 'nada' };
}

/**
 * Branches, people and the first mark, all or nothing: what has no key of its own is created in one transaction. What
 * follows is named act by act and can be taken up where it was left.
 */
export async function fundar(ahora: Date, periodo: Periodo): Promise<void> {
  await withTransaction({}, async (tx) => {
    const sistema = { ...systemContext({ ahora, idSucursal: 0 }), tx };
    const ids: Record<string, number> = {};
    for (const [clave, s] of Object.entries(SUCURSALES)) ids[clave] = (await crearSucursal(sistema, s)).id;
    for (const [cuenta, { idRol, sucursal, ...persona }] of Object.entries(PERSONAS)) {
      await registrarUsuario(sistema, {
        ...persona,
        email: correo(cuenta),
        password: CONTRASENA,
        id_role: idRol,
        id_sucursal: ids[sucursal],
      });
    }
    await emitAudit(tx, sistema, { accion: INICIADA, entidad: 'demo', idEntidad: 1, despues: periodo });
  });
}

/** Puts the last mark: the next start finds the demo whole. */
export async function darPorCargada(ahora: Date, resumen: object): Promise<void> {
  const ctx = systemContext({ ahora, idSucursal: 0 });
  await withTransaction({}, (tx) =>
    emitAudit(tx, ctx, { accion: CARGADA, entidad: 'demo', idEntidad: 1, despues: resumen }),
  );
}

/** The ids of the branches and the people of the demo, with the rights of their roles. */
export async function leerGente(): Promise<{
  sucursales: Record<ClaveSucursal, number>;
  actores: Record<Cuenta, Actor>;
}> {
  const sql = sqlClient();
  const sucursales = await sql<{ id: number; nombre: string }[]>`select id, nombre from sucursal`;
  const personas = await sql<FilaActor[]>`
    select ${columnasDeActor(sql)}
    from usuario u join rol r on r.id = u.id_rol`;
  const sucursal = (nombre: string) => hallar(sucursales, (s) => s.nombre === nombre, nombre).id;
  const actor = (cuenta: Cuenta) => actorDeFila(hallar(personas, (p) => p.email === correo(cuenta), cuenta));
  return {
    sucursales: { miraflores: sucursal(SUCURSALES.miraflores.nombre), elAlto: sucursal(SUCURSALES.elAlto.nombre) },
    actores: {
      super: actor('super'),
      propietario: actor('propietario'),
      admin: actor('admin'),
      operador: actor('operador'),
      operador2: actor('operador2'),
      almacen: actor('almacen'),
    },
  };
}

function hallar<T>(lista: readonly T[], es: (uno: T) => boolean, que: string): T {
  const uno = lista.find(es);
  if (!uno) throw new Error(`the demo lost its ${que}`);
  return uno;
}

function correo(cuenta: string): string {
  return `${cuenta}@kantuta.bo`;
}

import { sqlClient } from '@/db';
import { withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { systemContext } from '@/lib/auth/system-context';
import { publish } from '@/lib/realtime/publish';
import { diaDe, finDelDia, inicioDelDia } from '@/lib/time';
import { CLASES, TIPOS_DE_ALERTA, type TipoDeAlerta } from './clases';
import { contar, type Persona } from './contar';
import { DIAS_DE_PASADO, type Juicio, juzgar } from './rules';

const DIA_MS = 86_400_000;

/**
 * Looks at one La Paz day of everybody and raises an alert for each person and kind that is out of their own habits, once
 * per person, kind and day however often it runs. Returns how many it raised. Reads on the pool; writes each alert with its
 * line of the trail in a transaction of its own.
 */
export async function detectarAlertas(ahora: Date, dia: string = diaDe(ahora)): Promise<number> {
  const desde = new Date(inicioDelDia(dia).getTime() - DIAS_DE_PASADO * DIA_MS).toISOString();
  const rango = { desde, hasta: finDelDia(dia).toISOString() };
  let levantadas = 0;
  for (const tipo of TIPOS_DE_ALERTA) {
    for (const persona of await contar(sqlClient(), tipo, rango, dia)) {
      const juicio = juzgar(persona.hoy, persona.pasado, CLASES[tipo].minimo);
      if (juicio.alerta && (await levantar(ahora, tipo, persona, juicio))) levantadas++;
    }
  }
  return levantadas;
}

/** The unique huella decides: two workers, or two looks at the same day, raise it once. */
async function levantar(ahora: Date, tipo: TipoDeAlerta, persona: Persona, juicio: Juicio): Promise<boolean> {
  const { idUsuario, idSucursal, hoy, nombre } = persona;
  const ctx = systemContext({ ahora, idSucursal });
  return withTransaction({}, async (tx) => {
    const huella = `${tipo}:${idUsuario}:${hoy.dia}`;
    const titulo = tituloDe(tipo, nombre, hoy.eventos);
    const datos = datosDe(tipo, persona, juicio);
    const [alerta] = await tx.sql<{ id: number }[]>`
      insert into alerta (id_sucursal, tipo, huella, titulo, datos, id_usuario, fecha)
      values (${idSucursal}, ${tipo}, ${huella}, ${titulo}, ${JSON.stringify(datos)}::text::jsonb, ${idUsuario},
        ${ahora.toISOString()}::timestamptz)
      on conflict (huella) do nothing returning id`;
    if (!alerta) return false;
    await emitAudit(tx, ctx, {
      accion: 'alerta.levantar',
      entidad: 'alerta',
      idEntidad: alerta.id,
      despues: { tipo, id_usuario: idUsuario, eventos: hoy.eventos, esperados: datos.esperados },
    });
    publish(tx, { tema: 'alerta', idSucursal, ids: [alerta.id] });
    return true;
  });
}

function tituloDe(tipo: TipoDeAlerta, nombre: string, eventos: number): string {
  return `${nombre}: ${eventos} ${CLASES[tipo].nombre}`;
}

/** The figures behind it, so that whoever reads it can redo the sum. */
function datosDe(tipo: TipoDeAlerta, { hoy, pasado }: Persona, { esperados, p }: Juicio) {
  const suma = (de: (d: (typeof pasado)[number]) => number) => pasado.reduce((total, d) => total + de(d), 0);
  return {
    dia: hoy.dia,
    por: CLASES[tipo].por,
    eventos: hoy.eventos,
    ocasiones: hoy.ocasiones,
    esperados: Math.round(esperados * 10) / 10,
    pasado: { dias: pasado.length, eventos: suma((d) => d.eventos), ocasiones: suma((d) => d.ocasiones) },
    p,
  };
}

import { type Tx, withTransaction } from '@/db/transaction';
import { emitAudit } from '@/lib/audit';
import { DemasiadosIntentosError } from '@/lib/auth/errors';
import type { PublicContext } from '@/lib/auth/public-context';
import { systemContext } from '@/lib/auth/system-context';
import { crearCaja } from '@/lib/caja/crear';
import type { Context } from '@/lib/context';
import { type Attempt, startAttempt } from '@/lib/kv/attempts';
import { crearSucursal } from '@/lib/sucursal/crear';
import { registrarUsuario } from '@/lib/usuario/registrar';
import { esLaClave, huellaDeClave } from './clave';
import { ClaveDeInstalacionError, YaInstaladaError } from './errors';
import { type InstalacionDto, InstalarInput } from './input';
import { estaInstalada } from './instalada';

const SUPERADMINISTRADOR = 3;
const PRIMERA_CAJA = 'Caja 1';
const VENTANA_MS = 10 * 60_000;

/**
 * Turns an empty database into a shop: its first branch with accounts, its owner, who may do everything, and a caja for all
 * businesses; all or nothing. Whoever asks proves with the key of the terminal that the machine is theirs, and the key is
 * spent. Ten wrong keys from an address, or fifty from anywhere, and it waits ten minutes.
 * Throws YaInstaladaError, ClaveDeInstalacionError, DemasiadosIntentosError.
 */
export async function instalar(ctx: PublicContext, raw: unknown): Promise<InstalacionDto> {
  const input = InstalarInput.parse(raw);
  if (await estaInstalada()) throw new YaInstaladaError();
  const intento = await startInstalacion(ctx);
  if (!(await esLaClave(input.clave))) {
    await intento.failed();
    throw new ClaveDeInstalacionError();
  }
  await intento.passed();
  return withTransaction({}, async (tx) => {
    await gastarClave(tx, ctx.ahora, input);
    return poblar({ ...systemContext({ ahora: ctx.ahora, idSucursal: 0 }), ...deQuien(ctx), tx }, tx, input);
  });
}

function startInstalacion({ ip }: PublicContext): Promise<Attempt> {
  const limite = (clave: string, maximo: number) => ({ clave, maximo, ventanaMs: VENTANA_MS });
  const limites = [limite('instalar', 50), ...(ip ? [limite(`instalar-ip:${ip}`, 10)] : [])];
  return startAttempt(limites, (esperaS) => new DemasiadosIntentosError(esperaS));
}

const deQuien = ({ requestId, ip, dispositivo }: PublicContext) => ({ requestId, ip, dispositivo });

type Input = ReturnType<typeof InstalarInput.parse>;

/** The write is the check: of two at once the second waits here for the first and finds the row sealed. */
async function gastarClave(tx: Tx, ahora: Date, { clave, tienda }: Input): Promise<void> {
  const mia = await tx.sql`
    update instalacion set instalada_en = ${ahora.toISOString()}::timestamptz, tienda = ${tienda}
    where instalada_en is null and clave_huella = ${huellaDeClave(clave)} and not exists (select 1 from usuario)
    returning 1`;
  if (mia.length === 0) throw new YaInstaladaError();
}

async function poblar(sistema: Context, tx: Tx, input: Input): Promise<InstalacionDto> {
  const { tienda, sucursal, direccion, telefono, clave: _, ...persona } = input;
  const { id: idSucursal } = await crearSucursal(sistema, { nombre: sucursal, direccion, telefono });
  const en = { ...sistema, idSucursal, actor: { ...sistema.actor, idSucursal } };
  const usuario = await registrarUsuario(en, { ...persona, id_role: SUPERADMINISTRADOR, id_sucursal: idSucursal });
  const actor = { ...en.actor, idUsuario: usuario.id, nombre: usuario.name, email: usuario.email };
  const propio = { ...en, actor };
  const caja = await crearCaja(propio, { nombre: PRIMERA_CAJA, especialidad: 'MIXTA' });
  const hecho = { id_usuario: usuario.id, id_sucursal: idSucursal, id_caja: caja.id, email: usuario.email };
  const despues = { ...hecho, tienda };
  await emitAudit(tx, propio, { accion: 'tienda.instalar', entidad: 'tienda', idEntidad: 1, despues });
  return hecho;
}

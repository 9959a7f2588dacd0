import { sqlClient } from '@/db';
import { emitAudit } from '@/lib/audit';
import { abrirCaja } from '@/lib/caja/abrir';
import { abrirGaveta } from '@/lib/caja/abrir-gaveta';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { CajaOcupadaError, PersonaConCajaError, SesionAjenaError } from '@/lib/caja/errors';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';
import type { Context } from '@/lib/context';
import { SaldoInsuficienteError, SesionCerradaError } from '@/lib/libro/errors';
import { centavosDeJson, formatBs } from '@/lib/money';
import { writeOnce } from '@/lib/operacion/write-once';
import { anotarCopia } from '@/lib/recibo/anotar-copia';
import { anotarQuitadas } from '@/lib/recibo/anotar-quitadas';
import { TicketNoEncontradoError } from '@/lib/recibo/errors';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { VentaAnuladaError } from '@/lib/venta/errors';
import { contextoDelHecho, type Documento, type Envio, type Incidencia } from './en-curso';
import { HechoRetenidoError } from './errors';
import type { HechoLeido } from './hecho-escrito';

/** A fact of one kind. */
type De<T extends HechoLeido['tipo']> = Envio & { hecho: Extract<HechoLeido, { tipo: T }> };
type Acto = De<'registro'>['hecho']['cuerpo']['acto'];

const esDe = <T extends HechoLeido['tipo']>(envio: Envio, tipo: T): envio is De<T> => envio.hecho.tipo === tipo;

/**
 * Posts a fact by running its verb in the name of its author. What cannot be a document any more (voided before, closed
 * before, a session in the way) is kept with its incidencia. Throws what the verb throws, and HechoRetenidoError.
 */
export async function ejecutar(envio: Envio): Promise<void> {
  if (esDe(envio, 'venta')) return cobrar(envio);
  if (esDe(envio, 'anulacion')) return anular(envio);
  if (esDe(envio, 'apertura')) return abrir(envio);
  if (esDe(envio, 'cierre')) return cerrar(envio);
  if (esDe(envio, 'movimiento')) return mover(envio);
  if (esDe(envio, 'registro')) return registrar(envio);
}

const idDe = (respuesta: unknown) => Number((respuesta as { id: number }).id);
const como = (tipo: string) => (respuesta: unknown) => ({ tipo, id: idDe(respuesta) });

/** The sale is the verb's own; what the device printed must be what it comes to. */
async function cobrar(envio: De<'venta'>): Promise<void> {
  const { total, ...cuerpo } = envio.hecho.cuerpo;
  const documentoDe = (respuesta: unknown): Documento => {
    const calculado = centavosDeJson((respuesta as { total: number }).total) ?? 0;
    if (calculado !== total)
      throw new HechoRetenidoError(
        'total_distinto',
        `El papel dice ${formatBs(total)} y sus líneas suman ${formatBs(calculado)}.`,
      );
    return { tipo: 'venta', id: idDe(respuesta) };
  };
  await cobrarVenta(contextoDelHecho({ ...envio, documentoDe }), { ...cuerpo, id_sesion_caja: envio.idSesion });
}

async function anular(envio: De<'anulacion'>): Promise<void> {
  const { venta: clave, motivo_edicion } = envio.hecho.cuerpo;
  const [venta] = await sqlClient()<{ id: number }[]>`select id from venta where clave = ${clave}::uuid`;
  if (!venta) throw new HechoRetenidoError('espera_otro_hecho', 'Espera a que llegue el ticket que anula.');
  const intento = (e: Envio) =>
    anularVenta(contextoDelHecho({ ...e, documentoDe: como('venta') }), { id: venta.id, motivo_edicion });
  try {
    await intento(envio);
  } catch (error) {
    if (error instanceof VentaAnuladaError) {
      return sinDocumento(
        envio,
        { tipo: 'anulada_dos_veces', frase: 'El ticket ya estaba anulado.' },
        como('venta')(venta),
      );
    }
    if (!(error instanceof SaldoInsuficienteError)) throw error;
    const frase = 'La gaveta no tenía ese efectivo: la devolución va al faltante de la caja.';
    await intento({ ...envio, sinGaveta: true, antes: [...envio.antes, { tipo: 'gaveta_sin_saldo', frase }] });
  }
}

/** Opens the caja; when a session is in the way, the tickets of this one go to it. */
async function abrir(envio: De<'apertura'>): Promise<void> {
  const { hecho, concesion } = envio;
  const { id_caja, monto_inicial } = hecho.cuerpo;
  const antes = [...envio.antes, ...(await sinArriendo(hecho))];
  const ctx = contextoDelHecho({ ...envio, antes, documentoDe: como('sesion_caja') });
  try {
    await abrirCaja(ctx, { id_caja, monto_inicial: monto_inicial / 100 });
  } catch (error) {
    if (!(error instanceof CajaOcupadaError || error instanceof PersonaConCajaError)) throw error;
    const [otra] = await sqlClient()<{ id: number }[]>`
      select id from sesion_caja where estado_sesion = 'ABIERTA'
        and (id_caja = ${id_caja} or id_usuario = ${concesion.autor.idUsuario}) order by id_caja = ${id_caja} desc limit 1`;
    if (!otra) throw error;
    const frase = `${error.message} Lo que se vendió sin conexión entra en esa sesión; al abrir se contaron ${formatBs(monto_inicial)}.`;
    await sinDocumento(envio, { tipo: 'apertura_en_conflicto', frase }, como('sesion_caja')(otra));
  }
}

async function sinArriendo(hecho: De<'apertura'>['hecho']): Promise<Incidencia[]> {
  const [arriendo] = await sqlClient()<{ id_dispositivo: string }[]>`
    select id_dispositivo from arriendo_caja where id_caja = ${hecho.cuerpo.id_caja}`;
  if (arriendo?.id_dispositivo === hecho.id_dispositivo) return [];
  return [{ tipo: 'autor', frase: 'La abrió sin conexión un equipo que ya no tenía esa caja.' }];
}

async function cerrar(envio: De<'cierre'>): Promise<void> {
  const { monto_final_real: real, ...cuerpo } = envio.hecho.cuerpo;
  const contado = `se contaron ${formatBs(real)}.`;
  const repetido = (frase: string) => sinDocumento(envio, { tipo: 'cierre_repetido', frase }, null);
  if (envio.prestada) return repetido(`Su caja no se abrió por el conflicto de su apertura: ${contado}`);
  try {
    const ctx = contextoDelHecho({ ...envio, documentoDe: como('sesion_caja') });
    await cerrarCaja(ctx, { ...cuerpo, monto_final_real: real / 100, id: envio.idSesion });
  } catch (error) {
    if (error instanceof SesionCerradaError)
      return repetido(`La caja ya estaba cerrada: en este otro conteo ${contado}`);
    if (error instanceof SesionAjenaError) return repetido(`La caja está a nombre de otra persona: ${contado}`);
    throw error;
  }
}

async function mover(envio: De<'movimiento'>): Promise<void> {
  const ctx = contextoDelHecho({ ...envio, documentoDe: como('movimiento_caja') });
  await registrarMovimiento(ctx, { ...envio.hecho.cuerpo, id_sesion_caja: envio.idSesion });
}

/** Something only to be seen: a line of the trail. With its note it is what its verb writes; older devices sent a summary. */
async function registrar(envio: De<'registro'>): Promise<void> {
  const { acto, venta, motivo, detalle, nota } = envio.hecho.cuerpo;
  const ctx = contextoDelHecho(envio);
  if (nota) return anotar(ctx, { acto, nota, idSesion: envio.idSesion });
  const input = { texto: envio.texto };
  await writeOnce(
    ctx,
    { verbo: `mostrador.${envio.hecho.tipo}`, input },
    {
      work: async (tx) => {
        const [ticket] = venta ? await tx.sql<{ id: number }[]>`select id from venta where clave = ${venta}::uuid` : [];
        const despues = { ...detalle, motivo: motivo ?? null };
        if (ticket) await emitAudit(tx, ctx, { accion: acto, entidad: 'venta', idEntidad: ticket.id, despues });
        else if (envio.idSesion)
          await emitAudit(tx, ctx, { accion: acto, entidad: 'sesion_caja', idEntidad: envio.idSesion, despues });
        else
          await emitAudit(tx, ctx, {
            accion: acto,
            entidad: 'dispositivo',
            idEntidad: envio.hecho.id_dispositivo,
            despues,
          });
        return { respuesta: null };
      },
    },
  );
}

async function anotar(ctx: Context, de: { acto: Acto; nota: object; idSesion: number | null }): Promise<void> {
  const { acto, nota, idSesion } = de;
  const enSesion = { ...nota, id_sesion_caja: idSesion };
  if (acto === 'caja.abrir_gaveta') return void (await abrirGaveta(ctx, enSesion));
  if (acto === 'venta.quitar_lineas') return void (await anotarQuitadas(ctx, enSesion));
  try {
    await anotarCopia(ctx, nota);
  } catch (error) {
    if (!(error instanceof TicketNoEncontradoError)) throw error;
    throw new HechoRetenidoError('espera_otro_hecho', 'Espera a que llegue el ticket de esa copia.');
  }
}

/** Keeps a fact that makes no document of its own, with what happened to it. */
async function sinDocumento(envio: Envio, incidencia: Incidencia, documento: Documento | null): Promise<void> {
  const ctx = contextoDelHecho({ ...envio, antes: [...envio.antes, incidencia], documentoDe: () => documento });
  await writeOnce(
    ctx,
    { verbo: `mostrador.${envio.hecho.tipo}`, input: { texto: envio.texto } },
    {
      work: async (tx) => {
        await emitAudit(tx, ctx, {
          accion: 'incidencia.abrir',
          entidad: 'hecho',
          idEntidad: envio.hecho.clave,
          despues: { tipo: incidencia.tipo, frase: incidencia.frase },
        });
        return { respuesta: null };
      },
    },
  );
}

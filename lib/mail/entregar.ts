import { sqlClient } from '@/db';
import { log } from '@/lib/log';
import { dominioDelRemitente } from './configuracion';
import { direccionOculta } from './direccion';
import { type Mailer, RechazoPermanenteError } from './mailer';
import type { DatosDePlantilla, Plantilla } from './plantillas';
import { renderizar } from './render';
import { nombreDeLaTienda } from './tienda';
import { vencerCorreos } from './vencer';

/** Longer than an attempt may last, shorter than a queue waits for a worker that died. */
const TOMADO_S = 90;

/** One attempt at a mail. `ultimo`: if this one fails there will be no other. `mailer` is null without SMTP. */
export type Entrega = { ahora: Date; ultimo: boolean; mailer: Mailer | null };

type Tomado = {
  id: number;
  para: string;
  plantilla: Plantilla;
  asunto: string;
  datos: DatosDePlantilla[Plantilla] | null;
  html: string | null;
  texto: string | null;
  creado_en: string;
};

/**
 * Sends one mail if it still waits and nobody else is sending it. Without SMTP it is rendered and goes on waiting. At least
 * once: a worker that dies between the server's yes and the row leaves the mail to be sent again under the same Message-ID.
 * A refusal for good, or the last attempt, leaves it FALLIDO; any other failure throws, and the queue tries again. Time that
 * passed leaves it VENCIDO. Doing it twice is harmless.
 */
export async function entregarCorreo(id: number, { ahora, ultimo, mailer }: Entrega): Promise<void> {
  await vencerCorreos(ahora, id);
  const correo = await tomar(id, mailer !== null);
  if (!correo) return;
  try {
    const tienda = await nombreDeLaTienda();
    const cuerpo = await cuerpoDe(correo, tienda);
    if (!mailer) return;
    await mailer.send({
      idMensaje: idMensaje(correo),
      tienda,
      para: correo.para,
      asunto: correo.asunto,
      fecha: new Date(correo.creado_en),
      ...cuerpo,
    });
  } catch (error) {
    const definitivo = error instanceof RechazoPermanenteError || ultimo;
    await anotarFalla(id, error, definitivo);
    log().warn({ correo: id, para: direccionOculta(correo.para), definitivo, err: error }, 'mail not sent');
    if (error instanceof RechazoPermanenteError) return;
    throw error;
  }
  await sqlClient()`
    update correo set estado = 'ENVIADO', enviado_en = ${ahora.toISOString()}::timestamptz, ultimo_error = null,
      tomado_hasta = null, datos = null, html = case when secreto then null else html end,
      texto = case when secreto then null else texto end
    where id = ${id} and estado = 'PENDIENTE'`;
}

/** The write is the claim: of two workers one takes the mail, and the other finds nothing to do. */
async function tomar(id: number, paraEnviar: boolean): Promise<Tomado | undefined> {
  const [correo] = await sqlClient()<Tomado[]>`
    update correo set intentos = intentos + ${paraEnviar ? 1 : 0},
      tomado_hasta = case when ${paraEnviar} then clock_timestamp() + ${TOMADO_S} * interval '1 second' end
    where id = ${id} and estado = 'PENDIENTE' and (tomado_hasta is null or tomado_hasta < clock_timestamp())
    returning id, para, plantilla, asunto, datos, html, texto, creado_en`;
  return correo;
}

/** The mail's two parts, rendered once and kept: what was read in the outbox is what goes out. */
async function cuerpoDe(correo: Tomado, tienda: string): Promise<{ html: string; texto: string }> {
  if (correo.html !== null && correo.texto !== null) return { html: correo.html, texto: correo.texto };
  if (!correo.datos) throw new Error(`correo ${correo.id}: nothing to say`);
  const cuerpo = await renderizar(correo.plantilla, correo.datos, tienda);
  await sqlClient()`
    update correo set html = ${cuerpo.html}, texto = ${cuerpo.texto}, datos = null
    where id = ${correo.id} and estado = 'PENDIENTE'`;
  return cuerpo;
}

async function anotarFalla(id: number, error: unknown, definitivo: boolean): Promise<void> {
  const dicho = error instanceof Error ? error.message : String(error);
  await sqlClient()`
    update correo set estado = ${definitivo ? 'FALLIDO' : 'PENDIENTE'}, ultimo_error = ${dicho.slice(0, 300)},
      tomado_hasta = null
    where id = ${id} and estado = 'PENDIENTE'`;
}

/** From the row alone, so that each attempt and each process makes the same one (RFC 5322 §3.6.4). */
function idMensaje({ id, creado_en }: Tomado): string {
  return `<kantuta.${id}.${Date.parse(creado_en).toString(36)}@${dominioDelRemitente()}>`;
}

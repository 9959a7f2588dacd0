import { sqlClient } from '@/db';
import { encodeCursor, idDelCursor, Page } from '@/lib/action/page';
import { puede, requirePermiso } from '@/lib/auth/permisos';
import type { Context } from '@/lib/context';
import { finDelDia, inicioDelDia } from '@/lib/time';
import { qrComoImagen } from './qr';
import { leerEstado } from './read';
import { hayTrabajador, nombreDelDestino } from './rules';
import {
  type EstadoWhatsappDto,
  type GrupoDto,
  ListarMensajesInput,
  type MensajeWhatsappDto,
  NadaInput,
} from './schemas';

const POR_PAGINA = 50;

/** Either right of WhatsApp shows how it is. */
function requireVer(ctx: Context): void {
  if (!puede(ctx, 'whatsapp:enviar')) requirePermiso(ctx, 'whatsapp:conectar');
}

/** How the shop's WhatsApp is; the code to scan is only for who may connect. Throws PermisoError. */
export async function estadoWhatsapp(ctx: Context, raw: unknown = {}): Promise<EstadoWhatsappDto> {
  requireVer(ctx);
  NadaInput.parse(raw);
  const sql = ctx.tx?.sql ?? sqlClient();
  const [fila, [cola]] = await Promise.all([
    leerEstado(sql),
    sql<{ n: number }[]>`
      select count(*) as n from mensaje_whatsapp where estado = 'PENDIENTE' and id_sucursal = ${ctx.idSucursal}`,
  ]);
  const encendido = hayTrabajador(fila.latido, ctx.ahora);
  const vigente = encendido && fila.qr_vence_en !== null && fila.qr_vence_en > ctx.ahora;
  const qr = vigente && puede(ctx, 'whatsapp:conectar') ? fila.qr : null;
  return {
    // what a worker that is not there last said is not how things are
    estado: encendido ? fila.estado : 'DESCONECTADO',
    encendido,
    qr_base64: qr === null ? null : await qrComoImagen(qr),
    qr_vence_en: qr === null ? null : (fila.qr_vence_en?.toISOString() ?? null),
    numero: fila.numero,
    nombre: fila.nombre,
    ultimo_error: fila.ultimo_error,
    conectado_desde: encendido ? (fila.conectado_desde?.toISOString() ?? null) : null,
    en_curso: fila.pedido !== null,
    pendientes: cola?.n ?? 0,
  };
}

/** The groups that the shop's account is in, by name, as the worker last saw them. Throws PermisoError. */
export async function listarGrupos(ctx: Context, raw: unknown = {}): Promise<GrupoDto[]> {
  requirePermiso(ctx, 'whatsapp:enviar');
  NadaInput.parse(raw);
  const { grupos } = await leerEstado(ctx.tx?.sql ?? sqlClient());
  return grupos.toSorted((a, b) => a.nombre.localeCompare(b.nombre, 'es'));
}

type Fila = Omit<MensajeWhatsappDto, 'destinatario' | 'creado_en' | 'enviado_en' | 'proximo_intento'> & {
  creado_en: string;
  enviado_en: string | null;
  proximo_intento: string;
};

/** The messages of the branch (of all, for who looks after all), newest first. Throws PermisoError. */
export async function listarMensajes(ctx: Context, raw: unknown = {}): Promise<Page<MensajeWhatsappDto>> {
  requirePermiso(ctx, 'whatsapp:enviar');
  const { limite = POR_PAGINA, cursor, desde, hasta, buscar = '', estado } = ListarMensajesInput.parse(raw);
  const antes = idDelCursor(cursor);
  const sql = ctx.tx?.sql ?? sqlClient();
  const cifras = buscar.replace(/\D/g, '');
  const [filas, { grupos }] = await Promise.all([
    sql<Fila[]>`
      select m.id, m.destino, m.tipo, m.texto, m.archivo_nombre, m.estado, m.intentos, m.ultimo_error, u.name as usuario,
        m.creado_en, m.enviado_en, m.proximo_intento
      from mensaje_whatsapp m join usuario u on u.id = m.id_usuario
      where (${puede(ctx, 'sucursal:todas')} or m.id_sucursal = ${ctx.idSucursal})
        and (${estado ?? null}::text is null or m.estado = ${estado ?? null})
        and (${antes}::int is null or m.id < ${antes})
        and (${buscar} = '' or strpos(lower(m.texto), lower(${buscar})) > 0
          or (${cifras} <> '' and strpos(m.destino, ${cifras}) > 0))
        and ${desde ? sql`m.creado_en >= ${inicioDelDia(desde).toISOString()}::timestamptz` : sql`true`}
        and ${hasta ? sql`m.creado_en < ${finDelDia(hasta).toISOString()}::timestamptz` : sql`true`}
      order by m.id desc limit ${limite + 1}`,
    leerEstado(sql),
  ]);
  const pagina = filas.slice(0, limite);
  const ultima = filas.length > limite ? pagina.at(-1) : undefined;
  return new Page(
    pagina.map((fila) => dto(fila, grupos)),
    { nextCursor: ultima ? encodeCursor([ultima.id]) : null },
  );
}

function dto({ creado_en, enviado_en, proximo_intento, ...fila }: Fila, grupos: GrupoDto[]): MensajeWhatsappDto {
  const iso = (texto: string) => new Date(texto).toISOString();
  return {
    ...fila,
    destinatario: nombreDelDestino(fila.destino, grupos),
    creado_en: iso(creado_en),
    proximo_intento: fila.estado === 'PENDIENTE' ? iso(proximo_intento) : null,
    enviado_en: enviado_en === null ? null : iso(enviado_en),
  };
}

import { bs, type Corrupcion } from './corrupciones';

/** Corruptions of what devices told: facts, what did not fit of them, their series and the copies of their papers. */
export const CORRUPCIONES_MOSTRADOR: readonly Corrupcion[] = [
  {
    regla: 'hecho_firma',
    corromper: (sql, { mostrador: m }) => sql`
      update hecho set texto = replace(texto, '"EFECTIVO"', '"QR"') where clave = ${m.clave}::uuid`,
    nombra: ({ mostrador: m }) => [`hecho_firma ${m.clave}`],
    dice: /no es lo que su equipo firmó/,
  },
  {
    regla: 'hecho_firma',
    corromper: (sql, { mostrador: m }) => sql`
      update hecho set clave = 'ffffffff-ffff-4fff-8fff-ffffffffffff' where clave = ${m.clave}::uuid`,
    nombra: ({ mostrador: m }) => [
      'hecho_firma ffffffff-ffff-4fff-8fff-ffffffffffff',
      'hecho_documento ffffffff-ffff-4fff-8fff-ffffffffffff',
      `venta_sin_hecho ${m.idVenta}`,
    ],
    dice: /ffffffff-ffff-4fff-8fff-ffffffffffff no es lo que su equipo firmó/,
  },
  {
    regla: 'hecho_autor',
    corromper: (sql, m) => sql`
      update hecho set id_usuario = ${m.turno.cajero.idUsuario} where clave = ${m.mostrador.clave}::uuid`,
    nombra: ({ mostrador: m }) => [`hecho_autor ${m.clave}`],
    dice: /dice ser de la persona \d+ y su concesión es de la persona \d+/,
  },
  {
    regla: 'hecho_documento',
    corromper: (sql, m) => sql`
      update hecho set id_documento = ${m.idVentaQr} where clave = ${m.mostrador.clave}::uuid`,
    nombra: ({ mostrador: m }) => [`hecho_documento ${m.clave}`],
    dice: /\(venta\) dice estar asentado y su documento no está/,
  },
  {
    regla: 'hecho_total',
    corromper: (sql, { mostrador: m }) => sql`
      update hecho set texto = replace(texto, '"total":8', '"total":9') where clave = ${m.clave}::uuid`,
    nombra: ({ mostrador: m }) => [`hecho_firma ${m.clave}`, `hecho_total ${m.clave}`],
    dice: bs('9,00 y en los libros es de Bs\\u00a08,00'),
  },
  {
    regla: 'hecho_retenido',
    corromper: (sql, { mostrador: m }) => sql`delete from incidencia where id = ${m.idIncidencia}`,
    nombra: ({ mostrador: m }) => [`hecho_retenido ${m.claveRetenida}`],
    dice: /está RETENIDO y tiene 0 incidencias/,
  },
  {
    regla: 'incidencia_auditoria',
    corromper: (sql, { mostrador: m }) => sql`
      delete from auditoria where entidad = 'incidencia' and id_entidad = ${String(m.idResuelta)}`,
    nombra: ({ mostrador: m }) => [`incidencia_auditoria ${m.idResuelta}`],
    dice: /\(stock\) está resuelta y no tiene/,
  },
  {
    regla: 'dispositivo_serie',
    corromper: (sql, { mostrador: m }) => sql`
      update dispositivo set ultimo_orden = ultimo_orden - 1 where id = ${m.idDispositivo}::uuid`,
    nombra: ({ mostrador: m }) => [`dispositivo_serie ${m.idDispositivo}`],
    dice: /va por el hecho 5 y el ticket 3; llegaron hasta el 6 y el 2/,
  },
  {
    regla: 'venta_sin_hecho',
    corromper: async (sql, { mostrador: m }) => {
      await sql`delete from hecho where clave = ${m.clave}::uuid`;
    },
    nombra: ({ mostrador: m }) => [`venta_sin_hecho ${m.idVenta}`],
    dice: /de la serie de un equipo que no dijo haberlo hecho/,
  },
  {
    regla: 'hecho_registro',
    corromper: (sql, { mostrador: m }) => sql`update copia_recibo set clave = null where id = ${m.idCopia}`,
    nombra: ({ mostrador: m }) => [`hecho_registro ${m.claveCopia}`],
    dice: /está asentado \(venta\.reimprimir\) y de eso no quedó nada/,
  },
  {
    regla: 'hecho_registro',
    corromper: (sql, { mostrador: m }) => sql`
      delete from auditoria where accion = 'caja.abrir_gaveta' and id_usuario = ${m.idCajero}`,
    nombra: ({ mostrador: m }) => [`hecho_registro ${m.claveGaveta}`],
    dice: /está asentado \(caja\.abrir_gaveta\) y de eso no quedó nada/,
  },
  {
    regla: 'copia_auditoria',
    corromper: (sql, { mostrador: m }) => sql`
      delete from auditoria where accion = 'venta.reimprimir' and id_entidad = ${String(m.idVenta)}`,
    nombra: ({ mostrador: m }) => [`copia_auditoria ${m.idCopia}`],
    dice: /La copia 1 del ticket \d+ no tiene en la auditoría/,
  },
];

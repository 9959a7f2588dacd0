import { totalizar } from '@/lib/venta/rules';
import type { Acto, Cobro, Hecho } from './actos';
import { type Azar, crearAzar } from './azar';
import { alas, diaDeLaSemana, llegadas, TURNOS, type Turno } from './calendario';
import { conDescuento, llenarCanasta } from './canasta';
import { pagar } from './cobro';
import { type Paso, pasosEntreSucursales } from './entre-sucursales';
import { abrirTurno, cerrarTurno, especialDe, recontarTurno } from './especiales';
import { type Estado, mover } from './estado';
import { empezarConteo, encarecer, mermar, perderHeladera, reponer } from './surtido';
import type { ClaveCaja, ClaveSucursal, Cuenta } from './tienda';

/** Something that will happen at an hour of the day; what it is gets decided when its turn comes. */
type Evento = { hora: number; quien: Cuenta; nombre?: string; decidir(nombre: string): Hecho | null };

/** One day of one branch while it is being invented. */
type Jornada = {
  azar: Azar;
  estado: Estado;
  dia: string;
  faltan: number;
  sucursal: ClaveSucursal;
  cola: Evento[];
  /** Tickets whose payment the administrator will correct today. */
  porCorregir: number;
  /** Whose voids this evening are not like theirs of other days: what the alerts are for. */
  anulaDeMas: Cuenta | null;
};

/** A day of the demo; `indice` from 0, `faltan` to its end. */
export type Dia = { dia: string; indice: number; faltan: number };

/**
 * Everything that happens on a day in both branches, in order. Moves `estado`; the same seed and days give the same acts,
 * names included.
 */
export function inventarDia(estado: Estado, dia: Dia): Acto[] {
  const precios = dia.indice % 7 === 5 ? encarecer(crearAzar(`${dia.indice}/precios`), estado) : [];
  return [
    ...precios.map((hecho, i) => ({
      nombre: `${dia.indice}/precio/${i}`,
      hora: alas(dia.dia, 6.5),
      quien: 'admin' as const,
      sucursal: 'miraflores' as const,
      hecho,
    })),
    ...inventarSucursal(estado, dia, 'miraflores'),
    ...inventarSucursal(estado, dia, 'elAlto'),
  ].sort((a, b) => a.hora.getTime() - b.hora.getTime());
}

/**
 * The morning of the day of the load, until `corte`: El Alto is open and selling, so that there is a drawer to look at as it
 * goes. Nothing on a day it does not open, or before it does.
 */
export function inventarHoy(estado: Estado, d: { dia: string; indice: number }, corte: Date): Acto[] {
  const hasta = Math.min(corte.getTime() - MARGEN_MS, alas(d.dia, 19.5).getTime());
  const actos = inventarSucursal(estado, { ...d, faltan: -1 }, 'elAlto').filter((a) => a.hora.getTime() <= hasta);
  return actos.some((a) => a.hecho.tipo === 'abrir') ? actos : [];
}

/** What the shop did in the last minutes is not known yet. */
const MARGEN_MS = 3 * 60_000;

function inventarSucursal(estado: Estado, d: Dia, sucursal: ClaveSucursal): Acto[] {
  const azar = crearAzar(`${d.indice}/${sucursal}`);
  const semana = diaDeLaSemana(d.dia);
  const porCorregir = sucursal === 'miraflores' && semana === 3 ? 1 : 0;
  // The last evening but one on which El Alto opens.
  const anulaDeMas = d.faltan === (semana === 6 ? 2 : 1) ? 'operador2' : null;
  const jornada: Jornada = { azar, estado, ...d, sucursal, cola: [], porCorregir, anulaDeMas };
  const almacenero = sucursal === 'miraflores' ? 'almacen' : 'super';
  const turnos = TURNOS.filter((t) => t.sucursal === sucursal && t.dias.includes(semana));
  if (turnos.length > 0 && d.indice > 0) {
    for (const hecho of reponer(azar, estado, { sucursal, ...d }))
      agendar(jornada, 7, encargado(sucursal), () => hecho);
  }
  if (semana === 6) {
    agendar(jornada, 19.9, almacenero, () => {
      for (const hecho of mermar(azar, estado, sucursal)) agendar(jornada, 19.9, almacenero, () => hecho);
      return null;
    });
  }
  for (const paso of pasosEntreSucursales(sucursal, d.faltan)) agendarPaso(jornada, paso);
  if (sucursal === 'miraflores' && d.faltan === 2) {
    agendar(jornada, 7.1, almacenero, () => perderHeladera(estado, sucursal));
  }
  if (sucursal === 'miraflores' && d.faltan === 0) {
    agendar(jornada, 18, almacenero, () => empezarConteo(estado, sucursal));
  }
  agendar(jornada, 10.5, encargado(sucursal), () => llevarAlBanco(jornada, semana));
  for (const turno of turnos) agendarTurno(jornada, turno);
  return suceder(jornada, `${d.indice}/${sucursal}`);
}

/** Lets the hours pass: each event decides what happens, and may bring others later the same day. */
function suceder({ cola, dia, sucursal }: Jornada, prefijo: string): Acto[] {
  const actos: Acto[] = [];
  for (let n = 1; ; n++) {
    cola.sort((a, b) => a.hora - b.hora);
    const evento = cola.shift();
    if (!evento) return actos;
    const nombre = evento.nombre ?? `${prefijo}/${n}`;
    const hecho = evento.decidir(nombre);
    if (hecho) actos.push({ nombre, hora: alas(dia, evento.hora), quien: evento.quien, sucursal, hecho });
  }
}

function agendar({ cola }: Jornada, hora: number, quien: Cuenta, decidir: Evento['decidir']): void {
  cola.push({ hora, quien, decidir });
}

function agendarPaso({ cola, estado }: Jornada, { hora, quien, nombre, decidir }: Paso): void {
  cola.push({ hora, quien, nombre, decidir: () => decidir(estado) });
}

/** Who runs a branch. */
function encargado(sucursal: ClaveSucursal): Cuenta {
  return sucursal === 'miraflores' ? 'admin' : 'super';
}

/** What is bought out of the drawer, and under which reason of the list. */
const GASTOS = [
  ['Compra de bolsas', 'Limpieza y bolsas'],
  ['Pasaje para trámite', 'Transporte y pasajes'],
  ['Almuerzo de dos', 'Refrigerio del personal'],
  ['Recibo de luz', 'Luz, agua, gas e Internet'],
  ['Flete del mercado', 'Transporte y pasajes'],
] as const;

function agendarTurno(j: Jornada, turno: Turno): void {
  const { azar, estado } = j;
  const { caja, quien, abre, cierra, sucursal } = turno;
  const especial = especialDe(caja, j);
  if (especial === 'corrige_qr') agendarCorreccion(j, caja);
  agendar(j, abre, quien, () => abrirTurno(estado, caja, especial));
  if (especial === 'abre_de_menos') {
    const resolucion = 'El chofer firmó el recibo del pasaje; se repuso de la caja chica';
    agendar(j, abre + 3.4, encargado(sucursal), () => ({ tipo: 'resolver', caja, resolucion }));
  }
  for (const hora of llegadas(azar, turno)) agendar(j, hora, quien, (venta) => vender(j, turno, hora, venta));
  if (azar.suerte(0.5)) {
    agendar(j, abre + 2.5, quien, () => retirar(estado, caja, azar.entero(2, 12) * 500, azar.elegir(GASTOS)));
  }
  if (azar.suerte(0.3)) {
    agendar(j, abre + 1.2, encargado(sucursal), () => {
      if (estado.fuertes[sucursal] < 10_000) return null;
      estado.fuertes[sucursal] -= 10_000;
      estado.gavetas[caja] += 10_000;
      const nota = 'Monedas para cambio';
      return { tipo: 'traspasar', caja, origen: 'CAJA_FUERTE', destino: 'GAVETA', monto: 10_000, nota };
    });
  }
  // What the drawer does not need for tomorrow sleeps in the safe.
  agendar(j, cierra - 0.05, quien, () => {
    const monto = Math.floor((estado.gavetas[caja] - azar.entero(3, 5) * 10_000) / 1000) * 1000;
    if (monto < 1000) return null;
    estado.gavetas[caja] -= monto;
    estado.fuertes[sucursal] += monto;
    return { tipo: 'traspasar', caja, origen: 'GAVETA', destino: 'CAJA_FUERTE', monto, nota: 'Bolsa del cierre' };
  });
  const contar = () => {
    estado.gavetas[caja] = Math.max(0, estado.gavetas[caja] + descuadre(azar));
    return estado.gavetas[caja];
  };
  // On Saturdays whoever locks up receives the drawer from the cashier, and closes it.
  const recibe = encargado(sucursal);
  if (sucursal === 'elAlto' && diaDeLaSemana(j.dia) === 6 && recibe !== quien) {
    agendar(j, cierra, quien, () => ({ tipo: 'relevar', caja, recibe, recuento: contar() }));
    agendar(j, cierra + 0.2, recibe, () => ({ tipo: 'cerrar', caja, recuento: estado.gavetas[caja] }));
  } else {
    const declara = azar.suerte(0.4);
    agendar(j, cierra, quien, () => cerrarTurno(estado, turno, { especial, descuadre: descuadre(azar), declara }));
  }
  if (especial === 'billete') {
    agendar(j, cierra + 0.4, quien, () => recontarTurno(estado, caja));
    const respuesta = 'El billete de 200 estaba entre los de 20';
    agendar(j, cierra + 0.5, encargado(sucursal), () => ({ tipo: 'revisar', caja, respuesta }));
  }
  if (especial === 'falta') {
    const detalle = 'Revisar las cámaras entre las 18:00 y las 19:00: hubo mucha gente y faltan Bs 45';
    agendar(j, cierra + 0.1, quien, () => ({ tipo: 'anotar', caja, detalle }));
  }
}

/** The morning after: the ticket charged as QR was paid in cash, which explains the close and the bank's app. */
function agendarCorreccion(j: Jornada, caja: ClaveCaja): void {
  const { estado, sucursal } = j;
  agendar(j, 7.2, encargado(sucursal), () => {
    if (!estado.dudoso) return null;
    const { venta, monto } = estado.dudoso;
    estado.bancos[sucursal] -= monto;
    estado.apps[sucursal] += monto;
    const motivo = 'Se marcó QR y la cliente pagó en efectivo';
    return { tipo: 'corregir_pago', venta, metodo: 'EFECTIVO', motivo };
  });
  const resolucion = 'El ticket se cobró en efectivo: se corrigió su pago';
  agendar(j, 7.3, encargado(sucursal), () => (estado.dudoso ? { tipo: 'resolver', caja, resolucion } : null));
}

/** Twice a week the safe goes to the bank, but for the change. */
function llevarAlBanco({ estado, sucursal }: Jornada, semana: number): Hecho | null {
  const monto = Math.floor((estado.fuertes[sucursal] - 20_000) / 10_000) * 10_000;
  if (monto <= 0 || (semana !== 2 && semana !== 5)) return null;
  estado.fuertes[sucursal] -= monto;
  estado.bancos[sucursal] += monto;
  const nota = `Boleta ${40_000 + Math.floor(monto / 100)}`;
  return { tipo: 'traspasar', caja: null, origen: 'CAJA_FUERTE', destino: 'BANCO', monto, nota };
}

/** Cash out by hand, unless the drawer does not hold it. */
function retirar(
  estado: Estado,
  caja: ClaveCaja,
  monto: number,
  [motivo, deLista]: (typeof GASTOS)[number],
): Hecho | null {
  if (estado.gavetas[caja] < monto) return null;
  estado.gavetas[caja] -= monto;
  return { tipo: 'mover', caja, sentido: 'EGRESO', monto, motivo, deLista };
}

/** What the count differs by: mostly nothing, sometimes some coins, rarely a note. */
function descuadre(azar: Azar): number {
  if (azar.suerte(0.68)) return 0;
  const monto = azar.elegir([10, 20, 20, 50, 50, 100, 150, 200, 500]);
  return azar.suerte(0.62) ? -monto : monto;
}

const MOTIVOS = ['El cliente devolvió la compra', 'Se cobró dos veces', 'Producto equivocado', 'El pago QR no llegó'];

function vender(j: Jornada, { sucursal, caja, quien, cierra }: Turno, hora: number, nombre: string): Hecho | null {
  const { azar, estado } = j;
  const estante = {
    hay: (producto: number) => estado.existencias[sucursal][producto] ?? 0,
    precio: (producto: number) => estado.precios[producto] ?? 0,
  };
  const canasta = llenarCanasta(azar, estante, hora, [0, 5, 6].includes(diaDeLaSemana(j.dia)));
  if (canasta.length === 0) return null;
  const lineas = azar.suerte(0.03) ? conDescuento(azar, canasta) : canasta;
  const { total } = totalizar(lineas);
  const cobro = pagar(azar, total);
  const venta = { sucursal, caja, lineas, cobro };
  mover(estado, venta, 1);
  const despues = hora + azar.entero(2, 12) / 60;
  const deMas = j.anulaDeMas === quien && hora > 17.5;
  if (despues < cierra - 0.2 && azar.suerte(deMas ? 0.75 : 0.012)) {
    agendar(j, despues, quien, () => {
      if (cobro.efectivo > estado.gavetas[caja]) return null;
      mover(estado, venta, -1);
      return { tipo: 'anular', venta: nombre, motivo: azar.elegir(MOTIVOS) };
    });
  } else if (j.porCorregir > 0 && hora > 12 && cobro.efectivo > 0 && cobro.pagos.length === 1) {
    j.porCorregir -= 1;
    agendar(j, despues, 'admin', () => {
      if (cobro.efectivo > estado.gavetas[caja]) return null;
      estado.gavetas[caja] -= cobro.efectivo;
      estado.bancos[sucursal] += total;
      return { tipo: 'corregir_pago', venta: nombre, metodo: 'QR', motivo: 'El cliente pagó por QR' };
    });
  } else if (especialDe(caja, j) === 'qr' && hora > 15 && !estado.dudoso && enteroPorQr(cobro)) {
    estado.dudoso = { venta: nombre, monto: total };
  }
  return { tipo: 'vender', caja, lineas, cobro };
}

/** Whether a ticket was all paid by QR, in an amount that may as well be cash and that no limit minds. */
function enteroPorQr({ pagos }: Cobro): boolean {
  const [pago] = pagos;
  return (
    pagos.length === 1 && pago?.metodo === 'QR' && pago.monto % 10 === 0 && pago.monto >= 300 && pago.monto <= 2_000
  );
}

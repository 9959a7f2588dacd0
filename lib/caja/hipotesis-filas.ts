import { bs, type Candidata, type CasoDeCierre, conCuenta, type Efecto, type FilaDeCierre } from './hipotesis-modelo';

/** A kind of entry, and how a mistake with one of them leaves the drawer. */
type Descuido = {
  causa: string;
  frecuencia: number;
  /** Which entries it can happen to. */
  de: (f: FilaDeCierre) => boolean;
  /** The drawer's difference that it leaves, from the entry. */
  deja: (f: FilaDeCierre) => number | readonly number[];
  /** What it does to the accounts of the apps. */
  efecto?: (f: FilaDeCierre) => Efecto;
  /** It needs two entries alike: the same act written twice. */
  doble?: boolean;
  que: string;
  titulo: (que: string, importe: string) => string;
  mirar: string;
};

const venta = (f: FilaDeCierre) => f.bolsillo === 'mercaderia' && f.tipoDocumento === 'venta';
const entra = (bolsillo: string) => (f: FilaDeCierre) => f.bolsillo === bolsillo && f.efectivo > 0;
const sale = (bolsillo: string) => (f: FilaDeCierre) => f.bolsillo === bolsillo && f.efectivo < 0;
const movimiento = (f: FilaDeCierre) => f.tipoDocumento === 'movimiento_caja';
/** The commission in cash of an agent operation: what entered beyond its amount, or left short of it. */
const comision = (f: FilaDeCierre) => (f.efectivo > 0 ? f.efectivo - f.monto : f.efectivo + f.monto);
const falta = (f: FilaDeCierre) => -f.efectivo;
/** Undoes what the entry wrote in its account: the app knows of one act less. */
const deshace = (f: FilaDeCierre): Efecto => {
  const [pata] = f.externas;
  return pata ? { idCuenta: pata.idCuenta, importe: -pata.importe } : null;
};
const enBanco = (f: FilaDeCierre) => f.externas[0]?.importe ?? 0;

/**
 * Mistakes made with something that was registered: it was paid twice, not charged, charged otherwise, or written twice.
 * The amount is that of one entry, so the more entries there are, the less a match says.
 */
const DESCUIDOS: readonly Descuido[] = [
  {
    causa: 'retiro_pagado_dos_veces',
    frecuencia: 0.1,
    de: sale('agente'),
    // What was handed over the second time, with or without taking the commission off.
    deja: (f) => [f.efectivo, -f.monto],
    que: 'retiro',
    titulo: (que, importe) => `Un ${que} de ${importe} pagado dos veces`,
    mirar: 'Ver en la app del banco cuántos retiros de ese monto hubo y llamar al cliente que se llevó de más.',
  },
  {
    causa: 'deposito_no_cobrado',
    frecuencia: 0.08,
    de: entra('agente'),
    deja: falta,
    que: 'depósito',
    titulo: (que, importe) => `Un ${que} de ${importe} sin recibir el efectivo`,
    mirar: 'Ver quién hizo ese depósito y si entregó el dinero.',
  },
  {
    causa: 'deposito_repetido',
    frecuencia: 0.04,
    de: entra('agente'),
    deja: falta,
    efecto: deshace,
    doble: true,
    que: 'depósito',
    titulo: (que, importe) => `Un ${que} de ${importe} registrado dos veces`,
    mirar: 'Comparar los dos números de referencia con la app del banco: si hay uno solo, anular el otro.',
  },
  {
    causa: 'comision_no_cobrada',
    frecuencia: 0.05,
    de: (f) => f.bolsillo === 'agente' && comision(f) > 0,
    deja: (f) => -comision(f),
    que: 'operación',
    titulo: (que, importe) => `La comisión de ${importe} de una ${que} que no se cobró`,
    mirar: 'Ver si el cliente pagó la comisión de esa operación.',
  },
  {
    causa: 'recarga_no_cobrada',
    frecuencia: 0.1,
    de: entra('recargas'),
    deja: falta,
    que: 'recarga',
    titulo: (que, importe) => `Una ${que} de ${importe} que no se cobró`,
    mirar: 'Ver a qué número se hizo esa recarga y si el cliente la pagó.',
  },
  {
    causa: 'recarga_repetida',
    frecuencia: 0.04,
    de: entra('recargas'),
    deja: falta,
    efecto: deshace,
    doble: true,
    que: 'recarga',
    titulo: (que, importe) => `Una ${que} de ${importe} registrada dos veces`,
    mirar: 'Ver en la app de la operadora si al número le llegaron una o dos recargas.',
  },
  {
    causa: 'qr_pagado_en_efectivo',
    frecuencia: 0.12,
    de: (f) => venta(f) && enBanco(f) > 0,
    deja: enBanco,
    efecto: deshace,
    que: 'venta',
    titulo: (_, importe) => `Una venta de ${importe} marcada como QR que se pagó en efectivo`,
    mirar: 'Buscar ese cobro en la app del banco; si no está, corregir el método de pago del ticket.',
  },
  {
    causa: 'efectivo_pagado_por_qr',
    frecuencia: 0.12,
    de: (f) => venta(f) && f.efectivo > 0,
    deja: falta,
    // Which account gets it is the shop's own bank.
    efecto: (f) => ({ clase: 'banco', importe: f.efectivo }),
    que: 'venta',
    titulo: (_, importe) => `Una venta de ${importe} marcada como efectivo que se pagó por QR`,
    mirar: 'Buscar en la app del banco un cobro de ese monto a esa hora y corregir el método de pago del ticket.',
  },
  {
    causa: 'venta_no_cobrada',
    frecuencia: 0.05,
    de: (f) => venta(f) && f.efectivo > 0,
    deja: falta,
    que: 'venta',
    titulo: (_, importe) => `Una venta de ${importe} que no se llegó a cobrar`,
    mirar: 'Ver si alguien se llevó la mercadería sin pagar, o si el ticket debió anularse.',
  },
  {
    causa: 'venta_repetida',
    frecuencia: 0.04,
    de: (f) => venta(f) && f.efectivo > 0,
    deja: falta,
    doble: true,
    que: 'venta',
    titulo: (_, importe) => `La misma venta de ${importe} cobrada en dos tickets`,
    mirar: 'Comparar los dos tickets: si llevan lo mismo con minutos de diferencia, uno sobra.',
  },
  {
    causa: 'anulacion_sin_devolver',
    frecuencia: 0.06,
    de: (f) => f.tipoDocumento === 'anulacion_venta' && f.efectivo < 0,
    deja: falta,
    que: 'anulación',
    titulo: (_, importe) => `Un ticket anulado de ${importe} cuyo dinero no se devolvió`,
    mirar: 'Ver si el cliente de ese ticket recibió su dinero.',
  },
  {
    causa: 'fiado_no_recibido',
    frecuencia: 0.04,
    de: entra('fiado'),
    deja: falta,
    que: 'pago de fiado',
    titulo: (que, importe) => `Un ${que} de ${importe} anotado y no recibido`,
    mirar: 'Preguntar al cliente si llegó a entregar ese pago.',
  },
  {
    causa: 'egreso_no_entregado',
    frecuencia: 0.03,
    de: (f) => movimiento(f) && f.efectivo < 0,
    deja: falta,
    que: 'egreso',
    titulo: (que, importe) => `Un ${que} de ${importe} registrado y no entregado`,
    mirar: 'Ver si ese dinero salió de la gaveta.',
  },
  {
    causa: 'movimiento_al_reves',
    frecuencia: 0.05,
    de: movimiento,
    deja: (f) => -2 * f.efectivo,
    que: 'movimiento',
    titulo: (_, importe) => `Un ingreso y un egreso confundidos: la diferencia es dos veces ${importe}`,
    mirar: 'Ver si ese movimiento se registró al revés.',
  },
  {
    causa: 'movimiento_repetido',
    frecuencia: 0.04,
    de: movimiento,
    deja: falta,
    doble: true,
    que: 'movimiento',
    titulo: (que, importe) => `Un ${que} de ${importe} registrado dos veces`,
    mirar: 'Ver si los dos movimientos son el mismo.',
  },
  {
    causa: 'compra_no_pagada',
    frecuencia: 0.02,
    de: (f) => f.tipoDocumento === 'compra' && f.efectivo < 0,
    deja: falta,
    que: 'compra',
    titulo: (_, importe) => `Una compra de ${importe} registrada y no pagada`,
    mirar: 'Ver si el proveedor recibió ese dinero.',
  },
];

/** The entries that, by one of those mistakes, leave exactly the difference. */
export function candidatasDeFilas(caso: CasoDeCierre): Candidata[] {
  return DESCUIDOS.flatMap((d) => {
    const todas = caso.filas.filter(d.de);
    const coinciden = todas.filter((f) => [d.deja(f)].flat().includes(caso.diferencia));
    if (coinciden.length < (d.doble ? 2 : 1)) return [];
    // One effect per account: entries alike in two banks are two candidates, and each account speaks for its own.
    const porEfecto = new Map<string, FilaDeCierre[]>();
    for (const f of coinciden) {
      const clave = JSON.stringify(d.efecto?.(f) ?? f.externas.map((x) => x.idCuenta));
      porEfecto.set(clave, [...(porEfecto.get(clave) ?? []), f]);
    }
    return [...porEfecto.values()]
      .filter((filas) => !d.doble || filas.length > 1)
      .map((filas) => {
        const [primera] = filas;
        const importe = d.causa === 'movimiento_al_reves' ? caso.diferencia / 2 : caso.diferencia;
        return {
          causa: d.causa,
          frecuencia: d.frecuencia,
          verosimilitud: filas.length / todas.length,
          efecto: (primera && d.efecto?.(primera)) ?? null,
          titulo: d.titulo(conCuenta(d.que, primera, caso.externas), bs(importe)),
          mirar: d.mirar,
          filas: filas.map((f) => f.idAsiento),
        };
      });
  });
}
